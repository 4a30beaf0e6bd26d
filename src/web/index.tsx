import { createRoot } from "react-dom/client";
import { Frame } from "../pane/Frame";
import { WebFace } from "./WebFace";

createRoot(document.getElementById("root")!).render(<Frame office={null}><WebFace /></Frame>);
