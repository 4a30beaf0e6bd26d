import { FIGURES, SHOWN_FIGURES, type FigureKey } from "../../comparison";
import { deskText, NO_NOTE, recall, type DeskEntry, type DeskFile, type DeskNote, type DeskSubject } from "../../desk";
import type { Sentence } from "../../messages";
import type { SettingsInput } from "../../settings";
import { Store } from "../store";

/** What was noted of a workbook, and whether the workbook is another than it was then. */
export interface Noted extends DeskNote {
  readonly isChanged: boolean;
}

/** What the assessor noted of the workbooks of a batch, and how the table is looked at. */
export interface DeskView {
  /** By the ids of the entries; what is missing was not noted. */
  readonly notes: ReadonlyMap<number, Noted>;
  readonly columns: readonly FigureKey[];
  /** There are notes that no file holds yet. */
  readonly unsaved: boolean;
  /** What came of reading a file, until the assessor has seen it. */
  readonly told: { readonly intent: "success" | "error"; readonly sentences: readonly Sentence[] } | null;
}

/** The assessor's notes. They are the page's until they are saved as a file: the browser keeps nothing. */
export class Desk {
  readonly state = new Store<DeskView>({ notes: new Map(), columns: SHOWN_FIGURES, unsaved: false, told: null });
  /** What a file said, also of workbooks that are not here, and what was noted since. */
  private kept: readonly DeskEntry[] = [];
  private own = new Map<number, DeskNote>();

  /** More is known of the workbooks, in the order of their ids: what a file noted of them is found again. */
  meet(subjects: readonly DeskSubject[]): void {
    if (this.kept.length > 0) this.show(subjects);
  }

  /** The assessor notes something of a workbook. `silent`: the page does, who need not be asked about it. */
  note(id: number, change: Partial<DeskNote>, silent = false): void {
    const before = this.noteOf(id);
    const note = { state: change.state ?? before.state, remark: change.remark ?? before.remark };
    if (note.state === before.state && note.remark === before.remark) return;
    this.own.set(id, note);
    this.state.set({ notes: new Map(this.state.get().notes).set(id, { ...note, isChanged: false }), unsaved: this.state.get().unsaved || !silent });
  }

  /** A workbook was opened: it is no longer 未看. */
  seen(id: number): void {
    if (this.noteOf(id).state === "unseen") this.note(id, { state: "seen" }, true);
  }

  noteOf(id: number): DeskNote {
    return this.state.get().notes.get(id) ?? NO_NOTE;
  }

  choose(columns: readonly FigureKey[]): void {
    this.state.set({ columns });
  }

  /** Takes what a file of a batch says in place of what was noted here. */
  read({ stations, columns }: DeskFile, subjects: readonly DeskSubject[]): void {
    this.kept = stations;
    this.own = new Map();
    const known = columns?.filter((key): key is FigureKey => FIGURES.some((figure) => figure.key === key));
    this.state.set({ unsaved: false, ...(known && { columns: known }) });
    this.show(subjects);
  }

  /** The stations of the file that are not among the workbooks. */
  left(subjects: readonly DeskSubject[]): readonly DeskEntry[] {
    const found = new Set(recall(subjects, this.kept).map((recalled) => recalled?.entry));
    return this.kept.filter((entry) => !found.has(entry));
  }

  /** The text of the batch's file; what it held of workbooks that are not here stays in it. */
  text(settings: SettingsInput, subjects: readonly DeskSubject[]): string {
    const stations = subjects.map((subject, id): DeskEntry => {
      const { state, remark } = this.noteOf(id);
      return { ...subject, state, remark };
    });
    return deskText({ settings, columns: this.state.get().columns, stations: [...stations, ...this.left(subjects)] });
  }

  saved(): void {
    this.state.set({ unsaved: false });
  }

  private show(subjects: readonly DeskSubject[]): void {
    const notes = new Map<number, Noted>();
    recall(subjects, this.kept).forEach((recalled, id) => recalled && notes.set(id, { state: recalled.state, remark: recalled.remark, isChanged: recalled.isChanged }));
    for (const [id, note] of this.own) notes.set(id, { ...note, isChanged: false });
    this.state.set({ notes });
  }
}
