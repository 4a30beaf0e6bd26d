import { createRoot } from "react-dom/client";
import { connectToExcel, ExcelHost, type OfficeFacts } from "../hosts/excel";
import { App } from "./App";

/** How long Excel may take to answer before the page goes on as the browser page does. */
const PATIENCE = 3000;

const root = createRoot(document.getElementById("root")!);

function show(office: OfficeFacts | null): void {
  root.render(<App key={office ? "excel" : "browser"} excel={office && new ExcelHost()} office={office} />);
}

root.render(<App excel={null} office={null} connecting />);
void connectToExcel(PATIENCE, show).then(show);
