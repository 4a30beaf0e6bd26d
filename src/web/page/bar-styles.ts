import { makeStyles } from "@fluentui/react-components";

const UNSEEN = { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" } as const;

/** What stands in the bar over an opened workbook: where there is no room for words the signs stand alone; the words are still read out. */
export const useBarStyles = makeStyles({
  button: {
    "@media (max-width: 1099px)": { minWidth: 0, "& .fui-Button__icon": { marginRight: 0 } },
    "@media (max-width: 599px)": { padding: "5px 6px" }
  },
  words: { "@media (max-width: 1099px)": UNSEEN },
  /** Of what keeps its words a little longer. */
  name: { "@media (max-width: 599px)": UNSEEN },
  short: { display: "none", "@media (max-width: 599px)": { display: "inline" } }
});
