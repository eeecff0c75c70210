import { bundlesOf, midsOf, type Line } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import type { Material } from '../material';

const uriOf = ({ value }: Line) => value.split(' ')[1];

/** A number stands for one header extension in all sections of a bundle (RFC 9143, 9.2). */
export function bundledExtensions({ of, description }: Material): Finding | null {
	for (const group of bundlesOf(description)) {
		const owners = new Map<string, Line>();
		for (const mid of midsOf(group)) {
			for (const line of description.sectionOf(mid)?.attributes('extmap') ?? []) {
				const id = /^\d+/.exec(line.value)?.[0] ?? '';
				const former = owners.get(id);
				owners.set(id, line);
				if (!former || former.section === line.section || uriOf(former) === uriOf(line)) continue;
				return finding({
					id: 'sdp.extension-id-in-bundle',
					claim: `Number ${id.slice(0, 10)} stands for two header extensions in the sections of a bundle.`,
					because: lines(of, [former, line]),
					todo: 'Give each header extension a number of its own, the same one in all sections of a bundle.',
					source: 'RFC 9143, 9.2; RFC 8285, 6',
					refusedBy: ['Chromium']
				});
			}
		}
	}
	return null;
}
