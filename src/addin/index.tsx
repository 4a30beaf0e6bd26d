import { lazy, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { connectToExcel, ExcelHost, type OfficeFacts } from "../hosts/excel";
import { BlockedBar } from "./BlockedBar";
import { ExcelFace } from "./ExcelFace";
import { ExcelSession } from "./excel-session";
import { Frame } from "../pane/Frame";
import { WorkingView } from "../pane/start/WorkingView";

/** How long Excel may take to answer before the page goes on as the browser page does. */
const PATIENCE = 3000;

/** Loaded where Excel does not answer. */
const WebFace = lazy(async () => ({ default: (await import("../web/WebFace")).WebFace }));

const root = createRoot(document.getElementById("root")!);

function show(office: OfficeFacts | null): void {
  if (office) {
    root.render(<Frame key="excel" office={office}><ExcelFace session={new ExcelSession(new ExcelHost())} /></Frame>);
    return;
  }
  root.render(
    <Frame key="browser" office={null}>
      <BlockedBar>
        <Suspense fallback={<WorkingView progress={null} />}><WebFace /></Suspense>
      </BlockedBar>
    </Frame>
  );
}

root.render(<Frame office={null}><WorkingView progress={null} /></Frame>);
void connectToExcel(PATIENCE, show).then(show);
