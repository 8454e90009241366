import { styled } from "@mui/material/styles";

/** A number with its unit: never broken over two lines, its digits in columns. */
export const Figure = styled("span")({ whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" });
