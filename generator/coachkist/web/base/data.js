// Data that the generator made, and addresses of pages. On file:// nothing can be fetched, so there data come as scripts,
// which leave them in `window.coachkistData` under the name of the file.

const AS_FILES = location.protocol === "file:";

/** The data at `address`, an address of a JSON file; rejects where it cannot be had. */
export const load = (address) => (AS_FILES ? fromScript(address) : fetched(address));

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

function fromScript(address) {
  const name = address.slice(address.lastIndexOf("/") + 1);
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address.replace(/\.json$/, ".js");
    script.addEventListener("load", () => resolve(window.coachkistData[name]));
    script.addEventListener("error", () => reject(new Error(address)));
    document.head.append(script);
  });
}

/** `url`, the address of a page, as a link: among files, the page in a folder has to be named. */
export function pageAddress(url) {
  const [, path, rest] = url.match(/^([^?#]*)(.*)$/s);
  return AS_FILES && /(^|\/)$/.test(path) ? `${path}index.html${rest}` : url;
}
