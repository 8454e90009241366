import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { WhatsAppText } from "./WhatsAppText";

const html = (text: string) => render(<WhatsAppText>{text}</WhatsAppText>).container.innerHTML;

it("shows the marks of WhatsApp as what they mean", () => {
  expect(html("Bawa *KTP asli* dan _fotokopi_, ~bukan SIM~.")).toBe(
    "Bawa <strong>KTP asli</strong> dan <em>fotokopi</em>, <s>bukan SIM</s>.",
  );
  expect(html("*_penting_*")).toBe("<strong><em>penting</em></strong>");
  expect(html("```PKR-1 * 2```")).toBe("<code>PKR-1 * 2</code>");
});

it("leaves alone what is no mark", () => {
  for (const text of ["2 * 3 * 4", "nama_file_satu", "* tidak *", "a*b*c", "*tanpa akhir", "*satu\ndua*"]) expect(html(text)).toBe(text);
});

it("never makes markup of what somebody wrote", () =>
  expect(html('<img src=x onerror="alert(1)"> *<b>tebal</b>*')).toBe(
    '&lt;img src=x onerror="alert(1)"&gt; <strong>&lt;b&gt;tebal&lt;/b&gt;</strong>',
  ));
