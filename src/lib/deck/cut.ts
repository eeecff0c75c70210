import ts from 'typescript';
import type { Source } from '../steps/step';
import type { PeerName } from '../trace';

/** The body of an operation, for one source or for any. */
export interface Cut {
	peer: PeerName;
	/** The source that it is for; null where it is the same for all. */
	source: Source | null;
	code: string;
}

/**
 * Cuts the operations out of the source text of a step's file: the statements between the braces,
 * as they stand there, moved to the left margin.
 *
 * @param text the TypeScript of a file in src/lib/steps
 * @throws an `Error` for a file in which no operation is found
 */
export function cutOperations(text: string): Cut[] {
	const file = ts.createSourceFile('step.ts', text, ts.ScriptTarget.Latest, true);
	const constants = new Map<string, ts.Expression>();
	for (const statement of file.statements) {
		if (!ts.isVariableStatement(statement)) continue;
		for (const { name, initializer } of statement.declarationList.declarations) {
			if (initializer) constants.set(name.getText(), initializer);
		}
	}
	const step = [...constants.values()].find(
		(value): value is ts.ObjectLiteralExpression =>
			ts.isObjectLiteralExpression(value) &&
			value.properties.some((property) => named(property, 'id'))
	);
	const cuts = (['john', 'jane'] as const).flatMap((peer): Cut[] => {
		const property = step?.properties.find((one) => named(one, peer));
		if (!property) return [];
		if (ts.isPropertyAssignment(property) && ts.isObjectLiteralExpression(property.initializer)) {
			return property.initializer.properties.map((variant) => ({
				peer,
				source: variant.name!.getText() as Source,
				code: bodyOf(variant, constants)
			}));
		}
		return [{ peer, source: null, code: bodyOf(property, constants) }];
	});
	if (cuts.length === 0) throw new Error('No operation of John or Jane was found in the step.');
	return cuts;
}

function named(property: ts.ObjectLiteralElementLike, name: string): boolean {
	return property.name?.getText() === name;
}

/** The statements of a method, or of the constant that a property names. */
function bodyOf(
	property: ts.ObjectLiteralElementLike,
	constants: Map<string, ts.Expression>
): string {
	const value = ts.isPropertyAssignment(property)
		? (constants.get(property.initializer.getText()) ?? property.initializer)
		: property;
	const body = ts.isMethodDeclaration(value) || ts.isArrowFunction(value) ? value.body : undefined;
	if (body && ts.isBlock(body)) return dedent(body.getText().slice(1, -1));
	throw new Error(`${property.getText().slice(0, 60)} is not a function with a body.`);
}

function dedent(block: string): string {
	if (!block.includes('\n')) return block.trim();
	const lines = block.replace(/^\s*\n|\s+$/g, '').split('\n');
	const margin = Math.min(
		...lines.filter((line) => line.trim() !== '').map((line) => /^\t*/.exec(line)![0].length)
	);
	return lines.map((line) => line.slice(margin).replaceAll('\t', '  ')).join('\n');
}
