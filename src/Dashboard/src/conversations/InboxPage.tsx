import { styled, type Theme } from "@mui/material/styles";
import useMediaQuery from "@mui/material/useMediaQuery";
import { MessagesSquare } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { size } from "../theme/space";
import { Empty } from "../ui/Empty";
import { useTitle } from "../ui/useTitle";
import { ConversationList } from "./ConversationList";
import { ConversationView } from "./ConversationView";

const Panes = styled("div")({ height: "100%", display: "flex", minWidth: 0 });

const ListPane = styled("div")(({ theme }) => ({
  width: size.list,
  flexShrink: 0,
  minHeight: 0,
  borderRight: `1px solid ${theme.vars.palette.hub.line}`,
  backgroundColor: theme.vars.palette.background.paper,
  [theme.breakpoints.down("lg")]: { width: 300 },
  [theme.breakpoints.down("md")]: { width: "100%", borderRight: 0 },
}));

const Middle = styled("div")({ flex: 1, minWidth: 0, display: "grid" });
const Centre = styled("div")({ alignSelf: "center" });

export function InboxPage() {
  const { t } = useTranslation();
  const { id } = useParams();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down("md"));
  useTitle(t("nav.inbox"));
  return (
    <Panes>
      {(!narrow || id === undefined) && (
        <ListPane>
          <ConversationList chosen={id} />
        </ListPane>
      )}
      {id !== undefined && <ConversationView key={id} id={id} />}
      {!narrow && id === undefined && (
        <Middle>
          <Centre>
            <Empty sign={MessagesSquare} title={t("inbox.chooseTitle")} hint={t("inbox.chooseHint")} />
          </Centre>
        </Middle>
      )}
    </Panes>
  );
}
