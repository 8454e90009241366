export const practiceAreas = [
  "criminal",
  "family",
  "inheritance",
  "labour",
  "land_property",
  "debt_civil",
  "corporate_contract",
  "consumer",
  "immigration",
  "other",
] as const;
