import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

export default tseslint.config(
    { ignores: ["dist", "dev-dist", "node_modules", "src/api/schema.d.ts"] },
    js.configs.recommended,
    tseslint.configs.strictTypeChecked,
    jsxA11y.flatConfigs.strict,
    reactHooks.configs.flat.recommended,
    {
        languageOptions: {
            globals: globals.browser,
            parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
        },
        rules: {
            "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
            "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
            // The dialogs of this application open on a person's own act, so focus belongs into their first field.
            "jsx-a11y/no-autofocus": ["error", { ignoreNonDOM: true }],
        },
    },
    { files: ["eslint.config.js"], extends: [tseslint.configs.disableTypeChecked] },
);
