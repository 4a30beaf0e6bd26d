import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { cellName, parseCellName, parseRectName, type Rect } from "../../src/workbook";

/**
 * A small workbook behind Microsoft's own Excel client: the client turns calls into requests as it does in Office, so
 * that unloaded properties, null objects and Excel's errors behave as they do there.
 */
const CLIENT = require.resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js");

export interface FakeSheet {
  readonly id: string;
  name: string;
  readonly names: Map<string, { formula: string; visible: boolean }>;
  /** What was written, by cell name. */
  readonly contents: Map<string, unknown>;
  readonly formats: Map<string, string>;
  readonly links: Map<string, string>;
  /** Everything else that was set or called: "A1:B2.Format.Font.Bold = true". */
  readonly log: string[];
}

interface Path {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId: number;
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[] };
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[] };
}

interface Request {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, Path>>;
}

interface Part {
  readonly id: string;
  xml: string;
}

type Node =
  | { readonly kind: "workbook" | "sheets" | "parts" | "missing" }
  | { readonly kind: "sheet" | "names"; readonly sheet: FakeSheet }
  | { readonly kind: "name"; readonly sheet: FakeSheet; readonly key: string }
  | { readonly kind: "range"; readonly sheet: FakeSheet; readonly rect: Rect | null; readonly address: string }
  | { readonly kind: "part"; readonly part: Part }
  | { readonly kind: "partsOf"; readonly parts: readonly Part[] }
  | { readonly kind: "bag"; readonly log: string[]; readonly path: string };

class Refusal extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

export class FakeExcel {
  readonly sheets: FakeSheet[] = [];
  readonly parts: Part[] = [];
  readonly log: string[] = [];
  roundTrips = 0;
  /** Refuses the first action whose name matches. */
  refuse: { readonly action: RegExp; readonly code: string } | null = null;
  readonly client: { Excel: typeof Excel; OfficeExtension: typeof OfficeExtension };
  private readonly kept = new Map<string, Node>();
  private count = 0;

  constructor(...sheetNames: string[]) {
    for (const name of sheetNames) this.addSheet(name);
    const bridge = {
      onMessageFromHost: (_message: string): void => undefined,
      sendMessageToHost: (text: string) => {
        const { id, type, message } = JSON.parse(text) as { id: number; type: number; message: { body: Request | string } };
        const body = typeof message.body === "string" ? JSON.parse(message.body) as Request : message.body;
        const answer = JSON.stringify({ id, type, message: { statusCode: 200, headers: {}, body: JSON.stringify(this.answer(body)) } });
        setImmediate(() => bridge.onMessageFromHost(answer));
      }
    };
    const window: Record<string, unknown> = {
      console, setTimeout, clearTimeout, Promise, navigator: { userAgent: "" }, location: { href: "", search: "" }, document: {}, _richApiNativeBridge: bridge
    };
    window["window"] = window;
    window["self"] = window;
    runInContext(readFileSync(CLIENT, "utf8"), createContext(window));
    this.client = window as unknown as FakeExcel["client"];
  }

  addSheet(name: string): FakeSheet {
    const sheet = { id: `s${++this.count}`, name, names: new Map(), contents: new Map(), formats: new Map(), links: new Map(), log: [] };
    this.sheets.push(sheet);
    return sheet;
  }

  private answer({ Actions, ObjectPaths }: Request): unknown {
    this.roundTrips++;
    const nodes = new Map<number, Node>();
    const results: { ActionId: number; Value: unknown }[] = [];
    const resolve = (id: number): Node => {
      let node = nodes.get(id);
      if (!node) {
        const path = ObjectPaths[id]!;
        if (path.ObjectPathType === 1) node = { kind: "workbook" };
        else if (path.ObjectPathType === 6) node = this.kept.get(path.Name)!;
        else node = this.step(resolve(path.ParentObjectPathId), path);
        nodes.set(id, node);
      }
      return node;
    };
    for (const [index, action] of Actions.entries()) {
      try {
        const node = resolve(action.ObjectPathId);
        if (this.refuse?.action.test(action.Name || ObjectPaths[action.ObjectPathId]!.Name)) throw new Refusal(this.refuse.code);
        results.push({ ActionId: action.Id, Value: this.perform(node, action) });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { Results: results, Error: { Code: error.code, Message: "Excel's raw text", Location: "", ActionIndex: index, HttpStatusCode: 400 } };
      }
    }
    return { Results: results };
  }

  /** From an object to the one that a property, a method or an index leads to. */
  private step(node: Node, { ObjectPathType, Name, ArgumentInfo }: Path): Node {
    const name = ObjectPathType === 5 ? "GetItem" : Name;
    const [first, second] = (ArgumentInfo?.Arguments ?? []) as [unknown, unknown];
    const text = String(first ?? "");
    if (node.kind === "missing") return node;
    if (node.kind === "workbook") {
      if (name === "Worksheets") return { kind: "sheets" };
      if (name === "CustomXmlParts") return { kind: "parts" };
      return { kind: "bag", log: this.log, path: name };
    }
    if (node.kind === "sheets") {
      if (name === "Add") return { kind: "sheet", sheet: this.addSheet(text) };
      const sheet = this.sheets.find((each) => each.id === text || each.name === text);
      if (sheet) return { kind: "sheet", sheet };
      if (name === "GetItemOrNullObject") return { kind: "missing" };
      throw new Refusal("ItemNotFound");
    }
    if (node.kind === "sheet") {
      if (name === "Names") return { kind: "names", sheet: node.sheet };
      if (name === "GetRange") return { kind: "range", sheet: node.sheet, rect: parseRectName(text), address: text };
      return { kind: "bag", log: node.sheet.log, path: name };
    }
    if (node.kind === "names") {
      if (name === "Add") node.sheet.names.set(text, { formula: String(second), visible: true });
      return node.sheet.names.has(text) ? { kind: "name", sheet: node.sheet, key: text } : { kind: "missing" };
    }
    if (node.kind === "parts") {
      if (name === "GetByNamespace") return { kind: "partsOf", parts: this.parts.filter(({ xml }) => xml.includes(`"${text}"`)) };
      const part = { id: `p${++this.count}`, xml: text };
      this.parts.push(part);
      return { kind: "part", part };
    }
    if (node.kind === "partsOf") return node.parts.length === 1 ? { kind: "part", part: node.parts[0]! } : { kind: "missing" };
    if (node.kind === "range") return { kind: "bag", log: node.sheet.log, path: `${node.address}.${name}${first === undefined ? "" : `(${text})`}` };
    if (node.kind === "bag") return { ...node, path: `${node.path}.${name}${first === undefined ? "" : `(${text})`}` };
    throw new Error(`the fake knows no ${name} of a ${node.kind}`);
  }

  private perform(node: Node, { ActionType, Name, ArgumentInfo }: Action): unknown {
    const [value] = ArgumentInfo?.Arguments ?? [];
    if (node.kind === "missing") return null;
    switch (ActionType) {
      case 1: return node.kind === "sheet" ? { Id: node.sheet.id } : node.kind === "part" ? { Id: node.part.id } : this.referenceTo(node);
      case 2: return this.query(node);
      case 3: return Name === "_KeepReference" ? this.keep(node) : this.call(node, Name, value);
      case 4: return this.set(node, Name, value);
      default: return null;
    }
  }

  /** A range that a batch goes on with after a round trip is known by a reference. */
  private keep(node: Node): unknown {
    this.kept.set(`r${++this.count}`, node);
    return this.referenceTo(node);
  }

  private referenceTo(node: Node): unknown {
    const kept = [...this.kept].find(([, each]) => each === node);
    return kept ? { _ReferenceId: kept[0] } : {};
  }

  private query(node: Node): unknown {
    switch (node.kind) {
      case "sheets": return { _Items: this.sheets.map(({ id, name }) => ({ _Id: id, Id: id, Name: name })) };
      case "sheet": return { Id: node.sheet.id, Name: node.sheet.name };
      case "name": return { Formula: node.sheet.names.get(node.key)!.formula };
      case "part": return { Id: node.part.id };
      case "range": return {
        Formulas: eachCell(node.rect!, (cell) => node.sheet.contents.get(cell) ?? ""),
        NumberFormat: eachCell(node.rect!, (cell) => node.sheet.formats.get(cell) ?? "General")
      };
      default: throw new Error(`the fake has no properties of a ${node.kind}`);
    }
  }

  private call(node: Node, name: string, value: unknown): null {
    if (node.kind === "range" && name === "Clear") {
      for (const map of [node.sheet.contents, node.sheet.formats, node.sheet.links]) map.clear();
    } else if (node.kind === "part" && name === "Delete") this.parts.splice(this.parts.indexOf(node.part), 1);
    else if (node.kind === "part" && name === "SetXml") node.part.xml = String(value);
    else this.record(node, `.${name}()`);
    return null;
  }

  private set(node: Node, name: string, value: unknown): null {
    if (node.kind === "range" && (name === "Formulas" || name === "NumberFormat")) {
      const rows = value as unknown[][];
      const rect = node.rect!;
      if (rows.length !== rect.bottom - rect.top + 1 || rows.some((row) => row.length !== rect.right - rect.left + 1)) throw new Refusal("InvalidArgument");
      const target: Map<string, unknown> = name === "Formulas" ? node.sheet.contents : node.sheet.formats;
      rows.forEach((row, top) => row.forEach((cell, left) => target.set(cellName(rect.top + top, rect.left + left), cell)));
    } else if (node.kind === "range" && name === "Hyperlink") {
      node.sheet.links.set(node.address, (value as { documentReference: string }).documentReference);
    } else if (node.kind === "name") node.sheet.names.get(node.key)!.visible = Boolean(value);
    else if (node.kind === "sheet" && name === "Name") node.sheet.name = String(value);
    else this.record(node, `.${name} = ${String(value)}`);
    return null;
  }

  private record(node: Node, what: string): void {
    if (node.kind === "bag") node.log.push(node.path + what);
    else if (node.kind === "range") node.sheet.log.push(node.address + what);
    else if (node.kind === "sheet") node.sheet.log.push(what.slice(1));
    else this.log.push(node.kind + what);
  }
}

function eachCell<T>(rect: Rect, value: (cell: string) => T): T[][] {
  return Array.from({ length: rect.bottom - rect.top + 1 }, (_, top) =>
    Array.from({ length: rect.right - rect.left + 1 }, (_, left) => value(cellName(rect.top + top, rect.left + left))));
}

/** The row and column of a cell name that is known to be one. */
export function at(cell: string): { row: number; column: number } {
  return parseCellName(cell)!;
}
