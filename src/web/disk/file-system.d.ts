/** What Chrome and Edge have of files on disk beyond TypeScript's own list; other browsers have none of it. */
interface FileSystemHandle {
  queryPermission?(wanted: { mode: "read" | "readwrite" }): Promise<PermissionState>;
  requestPermission?(wanted: { mode: "read" | "readwrite" }): Promise<PermissionState>;
}

interface DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

interface Window {
  showOpenFilePicker?(options: {
    multiple?: boolean;
    types?: { description?: string; accept: Record<string, string[]> }[];
  }): Promise<FileSystemFileHandle[]>;
}
