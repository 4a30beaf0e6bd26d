import { useEffect, useRef, useState } from "react";
import { droppedFiles, type GivenFile } from "./given-files";

/**
 * Takes files and folders dropped anywhere on the page; without this the browser would leave the page and open the file.
 * Gives whether something is being dragged over it.
 */
export function useDrop(onFiles: (files: readonly GivenFile[]) => void): boolean {
  const [dragging, setDragging] = useState(false);
  const handler = useRef(onFiles);
  handler.current = onFiles;
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault();
      if (event.dataTransfer?.types.includes("Files")) setDragging(true);
    };
    const leave = (event: DragEvent) => {
      if (!event.relatedTarget) setDragging(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setDragging(false);
      if (event.dataTransfer && event.dataTransfer.files.length > 0) void droppedFiles(event.dataTransfer).then((files) => handler.current(files));
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, []);
  return dragging;
}
