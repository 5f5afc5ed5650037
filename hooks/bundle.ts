// Bundles each script that it is given with all that it imports, and prints the bundles as JSON: name to text.
// The version of esbuild is in deno.json; deno.lock, written by `make lock`, holds its hash for every system.
import { build, stop } from "esbuild";

const { outputFiles } = await build({
  entryPoints: Deno.args,
  bundle: true,
  minify: true,
  platform: "browser",
  format: "iife",
  outdir: "bundles",
  write: false,
  logLevel: "silent",
});
const named = outputFiles.map(({ path, text }): [string, string] => [path.replace(/^.*[/\\]|\.js$/g, ""), text]);
console.log(JSON.stringify(Object.fromEntries(named)));
await stop();
