import { styled } from "@mui/material/styles";

export const Grow = styled("div")({ flex: 1, minWidth: 0 });
