import { patiently } from './patiently';

/** A module that cannot be had any more in this document, because one that it imports is lost in it. */
export class Lost extends TypeError {
	override name = 'Lost';
}

/** What is on its way, or has come, by its address. */
const asked = new Map<string, Promise<void>>();

/**
 * Imports a module once everything that it imports has been fetched, itself included: the build has every
 * late import go through this, in the place of Vite's own.
 *
 * What a module map could not fetch it keeps as a failure for as long as the page lives, and with it every
 * module that imports that one (HTML, “fetch a single module script”; Firefox does so, Chromium asks again).
 * So no browser is asked to import what has not come: what `fetch` could not get is asked for again by
 * whoever imports. It costs no second request, as the import finds the files in the browser's cache.
 *
 * Style sheets come when they can: what was imported is there at once, and its sheet is asked for until it
 * has come.
 *
 * @param load the import itself
 * @param files first the module, then all that it imports, and their style sheets: addresses relative to the importer;
 *   nothing where the module stands alone
 * @param importer the address of the module that imports
 * @returns what `load` gives; throws a TypeError where a file cannot be fetched. It names the path of the file,
 *   not its URL: whoever asks again reads from an error's URL which module is broken, and none is (`chunk`).
 *   Nor is it this one where something that it imports is lost between the two: at another address it would
 *   import the same, and what is lost is no module that somebody asked for
 */
export async function fetchedFirst<T>(
	load: () => Promise<T>,
	files: readonly string[] = [],
	importer: string = location.href
): Promise<T> {
	const addresses = files.map((file) => new URL(file, importer).href);
	await Promise.all(
		addresses.map((address) => once(address, address.endsWith('.css') ? sheet : script))
	);
	try {
		return await load();
	} catch (error) {
		const [own] = addresses;
		const lost = MODULE.exec((error as Error).message)?.[0];
		if (own === undefined || lost === undefined || lost === own) throw error;
		throw new Lost(`${new URL(own).pathname} lacks ${new URL(lost).pathname}`, {
			cause: error
		});
	}
}

/** Which module an error of an import names: Firefox the one that is lost, Chromium the one that was asked for. */
const MODULE = /https?:[^\s?]+\.js/;

/** Fetches something that has not come yet, and is not on its way. */
function once(address: string, fetched: (address: string) => Promise<void>): Promise<void> {
	const promise =
		asked.get(address) ??
		fetched(address).catch((error: unknown) => {
			asked.delete(address);
			throw error;
		});
	asked.set(address, promise);
	return promise;
}

/** Whether the page has an element that asks for a file already. */
const isLinked = (address: string, rel: string) =>
	[...document.querySelectorAll<HTMLLinkElement>(`link[rel=${rel}]`)].some(
		({ href }) => href === address
	);

/** Has a module's file in the browser's cache, where it did not come with the page. */
async function script(address: string): Promise<void> {
	if (isLinked(address, 'modulepreload')) return;
	const response = await fetch(address, { credentials: 'same-origin' });
	if (!response.ok) {
		throw new TypeError(`${new URL(address).pathname} could not be fetched: ${response.status}`);
	}
	await response.arrayBuffer();
}

/** Waits for a style sheet at most until its first attempt has ended: it never keeps a module away. */
async function sheet(address: string): Promise<void> {
	if (isLinked(address, 'stylesheet')) return;
	try {
		await attach(address);
	} catch {
		void patiently(() => attach(address), {
			first: 250,
			longest: 8000
		});
	}
}

/** A style sheet in the page, once it has come; one that has not leaves nothing. */
function attach(address: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const link = document.createElement('link');
		link.rel = 'stylesheet';
		link.crossOrigin = '';
		link.href = address;
		link.onload = () => resolve();
		link.onerror = () => {
			link.remove();
			reject(new TypeError(`${address} could not be fetched`));
		};
		document.head.append(link);
	});
}
