import { makeStyles, tokens } from "@fluentui/react-components";
import { useWords, type Words } from "../../words";
import { LazyFold } from "../LazyFold";
import type { TabProps } from "../props";
import { shortName, type IndicatorEntry, type IndicatorLine } from "./indicator-list";
import { IndicatorRow } from "./IndicatorRow";

const useStyles = makeStyles({
  inner: { listStyleType: "none", margin: 0, padding: `0 0 0 ${tokens.spacingHorizontalM}`, borderLeft: `2px solid ${tokens.colorNeutralStroke2}` }
});

interface IndicatorItemProps {
  readonly entry: IndicatorEntry;
  /** The head above, which the name need not repeat. */
  readonly title: string;
  readonly goTo: TabProps["goTo"];
}

/** An indicator of the station, with its areas and what other tables say of it in a fold. */
export function IndicatorItem({ entry: { name, main, areas, others }, title, goTo }: IndicatorItemProps) {
  const styles = useStyles();
  const words = useWords();
  const own = shortName(name, title);
  const named = main.indicator.area === null ? own : `${own} · ${main.indicator.area}`;
  return (
    <IndicatorRow line={main} name={withSource(named, main, words)} goTo={goTo}>
      {areas.length + others.length > 0 && (
        <LazyFold title={foldTitle(areas.length, others.length, words)} opened={[...areas, ...others].some(({ finding }) => finding !== null)}>
          {() => (
            <ul className={styles.inner}>
              {[...areas, ...others].map((line, index) => <IndicatorRow key={index} line={line} name={withSource(innerName(line, words), line, words)} inner goTo={goTo} />)}
            </ul>
          )}
        </LazyFold>
      )}
    </IndicatorRow>
  );
}

function foldTitle(areas: number, others: number, words: Words): string {
  if (others === 0) return words("indicators-areas", { count: areas });
  return areas === 0 ? words("indicators-elsewhere", { count: others }) : words("indicators-areas-and-elsewhere", { areas, others });
}

/** The area, or that the areas share a cell; of another table's statement the table and the name that the indicator has there. */
function innerName({ indicator: { area, table, name }, source }: IndicatorLine, words: Words): string {
  if (area === null && table === "indicators") return words(source === null ? "indicators-merged" : "indicators-whole-station");
  return area ?? words("indicators-in-table", { table: words(`table-${table}`), name });
}

/** The name with what tells its line from another that says the same of another time. */
export function withSource(name: string, { source }: IndicatorLine, words: Words): string {
  return source === null ? name : words("indicators-of-source", { name, source });
}
