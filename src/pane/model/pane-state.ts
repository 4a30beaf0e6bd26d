import type { Language } from "../../messages";
import { parseCellName, parseRectName } from "../../workbook";
import type { Session } from "../session";
import { LiveCheck } from "./live-check";
import * as transitions from "./pane-model";
import { copiesMade, noticeOf } from "./outcomes";
import { INITIAL, type PaneModel } from "./pane-model";
import { Patience } from "./patience";
import { isAbort, problemOf } from "./problem";

export interface PaneChoices {
  readonly language: Language;
  /** The check repeats itself when cells change. */
  readonly live: boolean;
}

/** The model of a pane, who is told when it changes, and how something is tried and said that may be refused. */
export abstract class PaneState {
  protected model: PaneModel = INITIAL;
  protected ended = false;
  protected readonly live = new LiveCheck(() => this.choices.live && this.isIdle(), () => void this.check(false));
  protected readonly patience = new Patience((waiting) => this.set(transitions.waitingFor(this.model, waiting)));
  private readonly listeners = new Set<() => void>();

  constructor(readonly session: Session, protected choices: PaneChoices) {}

  abstract check(asked?: boolean): Promise<void>;

  readonly snapshot = (): PaneModel => this.model;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes the user to a cell ("D9") or a range ("A3:I20"). */
  async goTo(sheet: string, place: string): Promise<void> {
    this.session.reveal?.();
    await this.show(sheet, place);
  }

  /** The sheet beside the pane shows the beginning of a table. */
  async look(sheet: string, range: string): Promise<void> {
    await this.show(sheet, range);
  }

  /** The sheet shows a cell or a range, wherever the user is. */
  protected async show(sheet: string, place: string): Promise<void> {
    const rect = parseRectName(place);
    const at = parseCellName(place);
    if (at) await this.attempt(() => this.session.goTo({ sheet, ...at }));
    else if (rect) await this.attempt(() => this.session.goTo({ sheet, row: rect.top, column: rect.left }, { row: rect.bottom, column: rect.right }));
  }

  protected tell(...told: Parameters<typeof noticeOf>): void {
    const { intent, sentences, offers } = noticeOf(...told);
    this.notice(intent, sentences, offers);
  }

  /** Whatever is refused is said in our words, with the copies made before, and nothing goes on as if it were under way. */
  protected async attempt(work: () => Promise<unknown>, copies: readonly string[] = []): Promise<boolean> {
    const answered = this.askExcel();
    try {
      await work();
      return true;
    } catch (error) {
      this.set(transitions.asked(transitions.busyWith(this.model, null), null));
      if (!isAbort(error)) this.notice("error", [problemOf(error), ...copiesMade(copies)]);
      return false;
    } finally {
      answered();
      this.live.resume();
    }
  }

  /** Only Excel keeps others waiting. Call what is given back when it has answered. */
  protected askExcel(): () => void {
    return this.session.watch ? this.patience.asked() : () => undefined;
  }

  protected notice(...given: Parameters<typeof transitions.noticed> extends [PaneModel, ...infer Rest] ? Rest : never): void {
    this.set(transitions.noticed(this.model, ...given));
  }

  protected set(model: PaneModel): void {
    if (model === this.model || this.ended) return;
    this.model = model;
    for (const listener of this.listeners) listener();
  }

  private isIdle(): boolean {
    const { check, busy, dialog, checked } = this.model;
    return checked !== null && !check && !busy && !dialog;
  }
}
