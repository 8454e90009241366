/** Named distances on a grid of four pixels: a page says how close things belong, not how many pixels. */
export const space = { none: 0, tight: 1, snug: 2, normal: 3, loose: 5, wide: 8 } as const;
export type Space = keyof typeof space;

export const size = {
  rail: 220,
  railNarrow: 60,
  list: 348,
  side: 348,
  page: 1240,
  reading: 720,
  bottomBar: 60,
} as const;
