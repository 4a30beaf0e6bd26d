import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: tokens.spacingHorizontalL } });

/** A list of sentences. */
export function Bullets({ sentences }: { readonly sentences: readonly string[] }) {
  return <ul className={useStyles().list}>{sentences.map((sentence, index) => <li key={index}>{sentence}</li>)}</ul>;
}
