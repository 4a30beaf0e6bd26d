import { createRoot } from "react-dom/client";
import { Frame } from "../taskpane/Frame";
import { WebFace } from "./WebFace";

createRoot(document.getElementById("root")!).render(<Frame office={null}><WebFace /></Frame>);
