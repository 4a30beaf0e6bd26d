export const attendance = {
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
