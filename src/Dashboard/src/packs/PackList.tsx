import { useTranslation } from "react-i18next";
import { Fetched } from "../ui/Fetched";
import { Panel } from "../ui/Panel";
import { GrowthTables } from "./GrowthTables";
import { PackRow } from "./PackRow";
import { usePacks } from "./usePacks";

/** The packs in the box, and the growth tables where one of them is computed by. */
export function PackList() {
  const { t } = useTranslation();
  const query = usePacks();
  const screens = query.data?.some(({ definitions }) => definitions.some(({ kind }) => kind === "screening"));
  return (
    <>
      <Panel title={t("pack.title")} flush>
        <Fetched query={query} rows={3}>
          {(packs) => packs.map((pack) => <PackRow key={pack.name} pack={pack} />)}
        </Fetched>
      </Panel>
      {screens && <GrowthTables />}
    </>
  );
}
