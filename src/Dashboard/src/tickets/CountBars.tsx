import ButtonBase from "@mui/material/ButtonBase";
import { styled } from "@mui/material/styles";
import { Bar } from "../ui/Bar";

const List = styled("ul")(({ theme }) => ({
  listStyle: "none",
  margin: 0,
  padding: theme.spacing(2, 2),
  display: "flex",
  flexDirection: "column",
}));

const Choice = styled(ButtonBase)(({ theme }) => ({
  display: "block",
  width: "100%",
  textAlign: "left",
  padding: theme.spacing(1.5, 2),
  borderRadius: 6,
  "&:hover": { backgroundColor: theme.vars.palette.action.hover },
  "&[aria-pressed=true]": { backgroundColor: theme.vars.palette.action.selected },
}));

export interface Counted {
  key: string;
  label: string;
  count: number;
  says: string;
}

interface Props {
  counts: readonly Counted[];
  chosen: string | null;
  onChoose: (key: string | null) => void;
}

/** Counts as bars of the largest; each narrows the list to what it counts, pressed once more it lets go. */
export function CountBars({ counts, chosen, onChoose }: Props) {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return (
    <List>
      {counts.map(({ key, label, count, says }) => (
        <li key={key}>
          <Choice aria-pressed={key === chosen} onClick={() => onChoose(key === chosen ? null : key)}>
            <Bar label={label} share={count / most} says={says} />
          </Choice>
        </li>
      ))}
    </List>
  );
}
