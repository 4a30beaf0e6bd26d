import { Book, type BookData, type BookSheet } from "./book";
import type { Thing, World } from "./objects";
import { cellAt } from "./range";
import { Faults, Refusal } from "./refusal";
import { WorkbookThing } from "./workbook-things";

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly number[];
}

interface Path {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}

interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, Path>>;
}

/** One request and what became of it. */
export interface Trip {
  /** "GetRange", "Formulas =", … */
  readonly actions: readonly string[];
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly error: string | null;
}

const DELAY_FOR_CELL_EDIT = 64;
const EVENT_MESSAGE = 3;
const EVENT_CATEGORY = 65_536;
const DATA_CHANGED = 10;

/**
 * A workbook behind Microsoft's own Excel client. The client finds {@link bridge} under the name _richApiNativeBridge and
 * sends its batches there, so that unloaded properties, null objects, sizes of arrays and Excel's errors behave as in Office.
 * As in Excel, the actions of a batch are done in order, an error ends it, and what was done before stays done.
 */
export class FakeExcel {
  readonly book: Book;
  readonly faults = new Faults();
  readonly trips: Trip[] = [];
  /** The user is typing in a cell: requests wait or fail. */
  editing = false;
  /** Actions of all requests so far. */
  actions = 0;
  readonly bridge = {
    onMessageFromHost: (_message: string): void => undefined,
    sendMessageToHost: (text: string): void => this.receive(text)
  };
  private readonly world: World;
  private readonly kept = new Map<string, Thing>();
  private readonly waiting: string[] = [];
  private references = 0;
  /** Whether it says who made a change (ExcelApi 1.14). */
  saysWho = true;
  /** Somebody has asked to be told of changes. */
  listening = false;
  private changes: { worksheetId: string; address: string }[] = [];

  constructor(data: BookData, private readonly later: (work: () => void) => void = (work) => void setTimeout(work, 0)) {
    this.book = Book.of(data);
    this.world = { book: this.book, faults: this.faults, changed: (worksheetId, address) => this.changes.push({ worksheetId, address }) };
  }

  /** Requests that did anything but give back references to ranges, which nobody waits for. */
  get roundTrips(): number {
    return this.trips.filter(({ actions }) => !actions.includes("_RemoveReference") || actions.some((action) => action !== "_RemoveReference")).length;
  }

  sheet(name: string): BookSheet {
    const sheet = this.book.sheet(name);
    if (!sheet) throw new Error(`there is no sheet ${name}: ${this.book.sheets.map((each) => each.name).join(", ")}`);
    return sheet;
  }

  /** What a cell holds: the formula, or the value. */
  content(sheet: string, cell: string): unknown {
    const found = cellAt(this.sheet(sheet), cell);
    return found?.formula ?? found?.value ?? null;
  }

  /** The user types into a cell. */
  userTypes(sheet: string, row: number, column: number, content: unknown): void {
    const target = this.sheet(sheet);
    this.book.write(target, row, column, content);
    this.book.recalculate();
    this.tell([{ worksheetId: target.id, address: `R${row}C${column}` }], "Unknown");
  }

  /** The user presses Enter: what waited goes on. */
  endEditing(): void {
    this.editing = false;
    for (const text of this.waiting.splice(0)) this.receive(text);
  }

  private receive(text: string): void {
    const { id, type, flags, message } = JSON.parse(text) as { id: number; type: number; flags: number; message: { body: Batch | string } };
    if (this.editing && flags & DELAY_FOR_CELL_EDIT) {
      this.waiting.push(text);
      return;
    }
    this.later(() => {
      const batch = typeof message.body === "string" ? JSON.parse(message.body) as Batch : message.body;
      const answer = this.faults.broken ? { statusCode: 500, headers: {}, body: "" } : { statusCode: 200, headers: {}, body: JSON.stringify(this.answer(batch, bytesOf(text))) };
      this.bridge.onMessageFromHost(JSON.stringify({ id, type, message: answer }));
      if (this.changes.length) this.tell(this.changes.splice(0), "ThisLocalAddin");
    });
  }

  private answer(batch: Batch, requestBytes: number): unknown {
    this.faults.before.get(this.trips.length + 1)?.();
    const names = batch.Actions.filter(({ ActionType }) => ActionType !== 1).map(({ ActionType, Name }) => (ActionType === 2 ? "query" : ActionType === 4 ? `${Name} =` : Name));
    const done = this.editing ? refused("InvalidOperationInCellEditMode", 0)
      : requestBytes > this.faults.limit ? refused("RequestPayloadSizeLimitExceeded", 0) : this.perform(batch);
    const responseBytes = bytesOf(JSON.stringify(done));
    const answer = responseBytes > this.faults.limit ? refused("ResponsePayloadSizeLimitExceeded", 0) : done;
    this.trips.push({ actions: names, requestBytes, responseBytes, error: "Error" in answer ? answer.Error.Code : null });
    if (this.changes.length) this.book.recalculate();
    return answer;
  }

  private perform({ Actions, ObjectPaths }: Batch): Answer {
    const things = new Map<number, Thing>();
    const results: { ActionId: number; Value: unknown }[] = [];
    const resolve = (id: number): Thing => {
      let thing = things.get(id);
      if (!thing) things.set(id, (thing = this.follow(ObjectPaths[id]!, resolve)));
      return thing;
    };
    for (const [index, action] of Actions.entries()) {
      try {
        this.disturb(action, ObjectPaths[action.ObjectPathId], () => resolve(action.ObjectPathId).sheetName);
        results.push({ ActionId: action.Id, Value: this.act(action, resolve) });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { ...refused(error.code, index, error.message), Results: results };
      }
    }
    return { Results: results };
  }

  /** Throws what the test asked for. */
  private disturb({ Name }: Action, path: Path | undefined, sheet: () => string | null): void {
    const number = this.actions++;
    const { refuse, at, unknown } = this.faults;
    if (at && (number === at.action || (at.again && number > at.action))) throw new Refusal(at.code);
    const name = Name || (path?.Name ?? "");
    if (unknown?.test(name)) throw new Refusal("ApiNotFound");
    if (refuse?.action.test(name) && (refuse.sheet === undefined || refuse.sheet === sheet())) throw new Refusal(refuse.code);
  }

  private follow(path: Path, resolve: (id: number) => Thing): Thing {
    if (path.ObjectPathType === 1) return new WorkbookThing(this.world);
    if (path.ObjectPathType === 6) {
      const kept = this.kept.get(path.Name);
      if (!kept) throw new Refusal("InvalidObjectPath");
      return kept;
    }
    const name = path.ObjectPathType === 5 ? "GetItem" : path.Name;
    if (this.faults.unknown?.test(name)) throw new Refusal("ApiNotFound");
    return resolve(path.ParentObjectPathId).step(name, this.values(path.ArgumentInfo, resolve));
  }

  private act(action: Action, resolve: (id: number) => Thing): unknown {
    if (action.ActionType === 5) return null;
    const thing = resolve(action.ObjectPathId);
    const isNothing = thing.constructor.name === "Nothing";
    switch (action.ActionType) {
      case 1: return isNothing ? null : thing.identity();
      case 2: return isNothing ? null : thing.query(action.QueryInfo?.Select ?? []);
      case 3: {
        if (action.Name === "_KeepReference") return isNothing ? null : this.keep(thing);
        if (/^_(Un)?Register/.test(action.Name)) this.listening = !action.Name.startsWith("_Un");
        return thing.call(action.Name, this.values(action.ArgumentInfo, resolve));
      }
      case 4:
        thing.set(action.Name, this.values(action.ArgumentInfo, resolve)[0]);
        return null;
      default: return null;
    }
  }

  /** A range that a batch goes on with after a round trip is known by a reference. */
  private keep(thing: Thing): unknown {
    const reference = `ref${++this.references}`;
    this.kept.set(reference, thing);
    return { _ReferenceId: reference };
  }

  private values(info: ArgumentInfo | undefined, resolve: (id: number) => Thing): unknown[] {
    return (info?.Arguments ?? []).map((value, index) => (info?.ReferencedObjectPathIds?.[index] ? resolve(info.ReferencedObjectPathIds[index]) : value));
  }

  private tell(changes: readonly { worksheetId: string; address: string }[], triggerSource: string): void {
    if (!this.listening) return;
    const entries = changes.map((change) => [EVENT_CATEGORY, DATA_CHANGED, "Workbook", JSON.stringify({ changeType: "RangeEdited", source: "Local", ...(this.saysWho && { triggerSource }), ...change }), 0]);
    this.later(() => this.bridge.onMessageFromHost(JSON.stringify({ type: EVENT_MESSAGE, message: { entries } })));
  }
}

interface ErrorAnswer {
  readonly Results: readonly unknown[];
  readonly Error: { readonly Code: string; readonly Message: string; readonly Location: string; readonly ActionIndex: number; readonly HttpStatusCode: number };
}
type Answer = { readonly Results: readonly unknown[] } | ErrorAnswer;

function refused(code: string, index: number, message = "Excel's raw text"): ErrorAnswer {
  return { Results: [], Error: { Code: code, Message: message, Location: "", ActionIndex: index, HttpStatusCode: 400 } };
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
