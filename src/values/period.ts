/** Days as "YYYY-MM-DD"; both ends belong to the period. */
export interface Period {
  readonly start: string;
  readonly end: string;
}
