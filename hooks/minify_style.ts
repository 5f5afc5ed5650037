// Makes the style sheet that it is given on its input small, and prints it. Nothing is rewritten for older browsers.
// The version of esbuild is in deno.json; deno.lock, written by `make lock`, holds its hash for every system.
import { stop, transform } from "esbuild";

const sheet = await new Response(Deno.stdin.readable).text();
const { code } = await transform(sheet, { loader: "css", minify: true, target: "esnext", logLevel: "silent" });
console.log(code.trim());
await stop();
