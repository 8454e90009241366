import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { VitePWA } from "vite-plugin-pwa";

const hub = process.env["HUB_URL"] ?? "http://127.0.0.1:5080";

export default defineConfig({
  plugins: [
    react(),
    VitePWA({
      registerType: "autoUpdate",
      injectRegister: null, // an inline registration script would break the content security policy
      includeAssets: ["icon.svg", "icon-192.png", "icon-512.png", "icon-maskable-512.png", "apple-touch-icon.png"],
      manifest: {
        name: "Lawyers.Hub",
        short_name: "Lawyers.Hub",
        description: "Percakapan, wawancara, perkara dan waktu satu firma hukum.",
        lang: "id",
        start_url: "/",
        display: "standalone",
        background_color: "#f7f6f3",
        theme_color: "#0d2730",
        icons: [
          { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
          { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
          { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
          { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
        ],
      },
      workbox: {
        // Only the application's own files are kept: what the API says is privileged and must not stay on a device.
        // index.html carries a nonce per response, so it is never answered from a cache either.
        globPatterns: ["assets/**/*.{js,css}", "assets/inter-latin-*.woff2", "icon*.{svg,png}"],
        navigateFallback: null,
        runtimeCaching: [],
      },
    }),
  ],
  server: { host: "127.0.0.1", proxy: { "/api": hub } },
  preview: { host: "127.0.0.1", proxy: { "/api": hub } },
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  test: {
    environment: "jsdom",
    setupFiles: ["./src/testing/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    restoreMocks: true,
    testTimeout: 60_000,
  },
});
