import ButtonBase from "@mui/material/ButtonBase";
import { styled } from "@mui/material/styles";
import { useTranslation } from "react-i18next";
import type { DefinitionFault } from "../api/types";
import { Column } from "../ui/Column";
import { Row } from "../ui/Row";
import { Words } from "../ui/Words";

const List = styled("ul")(({ theme }) => ({
  listStyle: "none",
  margin: 0,
  padding: 0,
  maxHeight: "40vh",
  overflow: "auto",
  "& li + li": { borderTop: `1px solid ${theme.vars.palette.hub.line}` },
}));

const Fault = styled(ButtonBase)(({ theme }) => ({
  display: "block",
  width: "100%",
  textAlign: "left",
  padding: theme.spacing(2.5, 4),
  "&:hover": { backgroundColor: theme.vars.palette.action.hover },
}));

/** What keeps a source from being published; each leads to its line. */
export function FaultList({ faults, onGo }: { faults: readonly DefinitionFault[]; onGo: (line: number) => void }) {
  const { t } = useTranslation();
  if (faults.length === 0) {
    return (
      <Row>
        <Words look="muted">{t("questionTree.noFaults")}</Words>
      </Row>
    );
  }
  return (
    <List>
      {faults.map((fault, index) => (
        <li key={index}>
          <Fault disabled={!fault.line} onClick={() => onGo(fault.line ?? 1)}>
            <Column gap="none">
              <Words look="small">
                {fault.line ? t("questionTree.line", { line: fault.line }) : ""}
                {fault.question && ` · ${fault.question}`} · {fault.code}
              </Words>
              <Words>{fault.reason}</Words>
            </Column>
          </Fault>
        </li>
      ))}
    </List>
  );
}
