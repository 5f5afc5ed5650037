/**
 * Data that is loaded by a script tag, so that it also works from a memory stick: each file pushes its name and
 * content.
 */

type Pushed = [string, unknown];

declare global {
  interface Window {
    casebook?: Pushed[];
  }
}

const asked = new Map<string, Promise<unknown>>();

/**
 * The content of a data file, loaded once. Rejects when the file does not come or holds something else;
 * then its script is taken out again, so that the next call asks for it anew.
 */
export function loadData<T>(name: string, address: string): Promise<T> {
  const known = asked.get(name);
  if (known) return known as Promise<T>;
  const coming = new Promise<T>((resolve, reject) => {
    const script = document.createElement("script");
    const fail = (error: Error) => {
      asked.delete(name);
      script.remove();
      reject(error);
    };
    script.src = address;
    script.addEventListener("load", () => {
      const found = (globalThis.window.casebook ?? []).find(([pushed]) => pushed === name);
      if (found) resolve(found[1] as T);
      else fail(new Error(`${name}: not found in its file`));
    });
    script.addEventListener("error", () => fail(new Error(`${name}: the file did not come`)));
    document.head.append(script);
  });
  asked.set(name, coming);
  return coming;
}
