import { Button, type ButtonProps } from "@fluentui/react-components";
import { FolderOpen20Regular } from "@fluentui/react-icons";
import { useRef, type ReactNode } from "react";

const ACCEPTED = ".xlsx,.xlsm,.xls,.xlsb,.et,.ods";

interface FileButtonProps {
  readonly onFile: (file: File) => void;
  readonly appearance?: ButtonProps["appearance"];
  readonly size?: ButtonProps["size"];
  readonly children: ReactNode;
}

/** A button that lets the user choose a workbook. */
export function FileButton({ onFile, appearance = "primary", size, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file may be chosen again after it was mended.
          target.value = "";
          if (file) onFile(file);
        }}
      />
      <Button appearance={appearance} size={size} icon={<FolderOpen20Regular />} onClick={() => input.current?.click()}>{children}</Button>
    </>
  );
}
