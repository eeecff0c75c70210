/** A string as a sink takes it: an object of the browser's own, where it has Trusted Types. */
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createHTML(html: string): string; createScriptURL(url: string): string }
	): { createHTML(html: string): string; createScriptURL(url: string): string };
}

/**
 * The one policy of the site's own code, beside the one of Svelte's templates: what is not made here
 * becomes neither HTML nor the address of a script, whatever else goes wrong (Trusted Types, 3.1).
 */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
	'parley',
	{
		createHTML: (html) => html,
		createScriptURL(url) {
			if (new URL(url, location.href).origin === location.origin) return url;
			throw new TypeError(`${url} is no script of this site.`);
		}
	}
);

/** HTML that was written when the site was built. Never what was pasted, recorded, or sent by a peer. */
export function builtHtml(html: string): string {
	return policy?.createHTML(html) ?? html;
}

/**
 * The address of a script of this site, for a worker.
 * @throws a `TypeError` where it is of another origin
 */
export function ownScript(url: string): string {
	return policy?.createScriptURL(url) ?? url;
}
