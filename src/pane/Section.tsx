import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  section: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
    // What stands above the first one has a line of its own.
    ":first-child": { paddingTop: 0, borderTopStyle: "none" }
  }
});

/** A titled part of the result. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={useStyles().section}>
      <Text as="h2" size={400} weight="semibold">{title}</Text>
      {children}
    </section>
  );
}
