/**
 * What was worked out of texts lately. Holds two generations: when the younger is full, the older is given up. `room` is how
 * many characters of text a generation may have, and thereby how much memory its results take.
 */
export class Recent<T> {
  private young = new Map<string, T>();
  private old = new Map<string, T>();
  private characters = 0;

  constructor(private readonly room: number, private readonly make: (text: string) => T) {}

  of(text: string): T {
    const known = this.young.get(text);
    if (known !== undefined) return known;
    const made = this.old.get(text) ?? this.make(text);
    this.characters += text.length;
    if (this.characters > this.room) {
      this.old = this.young;
      this.young = new Map();
      this.characters = text.length;
    }
    this.young.set(text, made);
    return made;
  }
}
