import type { Plugin } from "vite";
export function demoApi(): Plugin {
  return { name: "demo-api" };
}
