import Alert from "@mui/material/Alert";
import Snackbar from "@mui/material/Snackbar";
import { useTranslation } from "react-i18next";
import { problemText } from "../ui/problemText";

interface Act {
  error: unknown;
  reset: () => void;
}

/** Why something chosen from a menu did not happen; the menu itself is closed by then. */
export function StandingProblem({ acts }: { acts: readonly Act[] }) {
  const { t } = useTranslation();
  const failed = acts.find(({ error }) => error !== null);
  return (
    <Snackbar open={failed !== undefined} anchorOrigin={{ vertical: "bottom", horizontal: "center" }}>
      <Alert severity="error" onClose={() => failed?.reset()}>
        {failed !== undefined && problemText(failed.error, t)}
      </Alert>
    </Snackbar>
  );
}
