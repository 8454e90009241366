import { styled } from "@mui/material/styles";
import { CircleCheck } from "lucide-react";
import { Column } from "../ui/Column";
import { Words } from "../ui/Words";

const Frame = styled("div")(({ theme }) => ({
  display: "flex",
  alignItems: "flex-start",
  gap: theme.spacing(2.5),
  padding: theme.spacing(3, 4),
  "& svg": { flexShrink: 0, marginTop: 2, color: theme.vars.palette.tone.good.fg },
}));

/** A queue with nothing in it is good news and takes a line, not the room of the queues that wait. */
export function Calm({ title, hint }: { title: string; hint: string }) {
  return (
    <Frame>
      <CircleCheck size={16} aria-hidden />
      <Column gap="none">
        <Words>{title}</Words>
        <Words look="small">{hint}</Words>
      </Column>
    </Frame>
  );
}
