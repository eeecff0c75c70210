import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';
import type { Import } from './rooms';

/** All files below a folder that hold code. */
export function codeFiles(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name))
		.filter((path) => /\.(ts|js|svelte|md)$/.test(path))
		.sort();
}

const programs = new Map<string, ts.SourceFile>();

/**
 * The program of a file: all of it, or of a component what stands in its `<script>`s, with every
 * other character a blank, so that lines keep their numbers.
 */
function programOf(file: string, given?: string): ts.SourceFile {
	const known = given === undefined ? programs.get(file) : undefined;
	if (known) return known;
	const text = given ?? readFileSync(file, 'utf8');
	let code = text;
	if (/\.(svelte|md)$/.test(file)) {
		const blank = (from: number, to: number) => text.slice(from, to).replace(/[^\n]/g, ' ');
		let end = 0;
		code = '';
		for (const script of text.matchAll(/(<script[^>]*>)([\s\S]*?)<\/script>/g)) {
			const start = script.index + script[1]!.length;
			code += blank(end, start) + script[2]!;
			end = start + script[2]!.length;
		}
		code += blank(end, text.length);
	}
	const program = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
	if (given === undefined) programs.set(file, program);
	return program;
}

/** Everything that a file imports: statically, on demand, by type, or again as an export. */
export function importsOf(file: string, text?: string): Import[] {
	const program = programOf(file, text);
	const found: Import[] = [];

	function visit(node: ts.Node): void {
		const specifier = specifierOf(node);
		if (specifier && ts.isStringLiteralLike(specifier)) {
			const { line } = program.getLineAndCharacterOfPosition(specifier.getStart());
			found.push({
				file,
				line: line + 1,
				specifier: specifier.text,
				target: targetOf(file, specifier.text)
			});
		}
		ts.forEachChild(node, visit);
	}
	visit(program);
	return found;
}

function specifierOf(node: ts.Node): ts.Node | undefined {
	if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
	if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
		return node.argument.literal;
	const isCall = ts.isCallExpression(node);
	if (isCall && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0];
	if (isCall && node.expression.getText() === 'import.meta.glob') return node.arguments[0];
	return undefined;
}

/** What an import means: a path below the top of the repository, or the name of a package. */
function targetOf(file: string, specifier: string): string {
	const path = specifier.replace(/\?.*$/, '');
	if (path.startsWith('.')) return posix.join(dirname(file), path);
	if (path.startsWith('/')) return path.slice(1);
	if (path.startsWith('virtual:')) return 'src/lib/deck/plugin';
	return path.replace(/^\$lib(?=\/|$)/, 'src/lib').replace(/^\$content(?=\/|$)/, 'content');
}

/** What may follow the name of a file where it is imported without. */
const ENDINGS = ['', '.ts', '.js', '.svelte', '/index.ts'];

/**
 * Which of some files import which others of them.
 * @param textOf what stands in a file, where that is not to be read from the disk
 */
export function importsAmong(
	files: readonly string[],
	textOf: (file: string) => string | undefined = () => undefined
): Map<string, string[]> {
	const known = new Set(files);
	const fileOf = (target: string) => ENDINGS.map((end) => target + end).find((at) => known.has(at));
	return new Map(
		files.map((file) => {
			const others = importsOf(file, textOf(file)).map(({ target }) => fileOf(target));
			return [file, others.filter((other) => other !== undefined)];
		})
	);
}

/** What only a browser, or only Node, has. */
const GLOBALS = new Set([
	'window',
	'document',
	'navigator',
	'location',
	'history',
	'localStorage',
	'sessionStorage',
	'fetch',
	'process',
	'setTimeout',
	'setInterval',
	'requestAnimationFrame',
	'addEventListener',
	'AudioContext',
	'MediaStream',
	'RTCPeerConnection',
	'RTCIceCandidate',
	'RTCSessionDescription',
	'BroadcastChannel'
]);

/**
 * The names of a browser that a file uses.
 * @param within `module`: what runs when the file is loaded; `anywhere`: in its functions as well
 */
export function globalsOf(
	file: string,
	within: 'module' | 'anywhere',
	text?: string
): { name: string; line: number }[] {
	const program = programOf(file, text);
	const candidates: ts.Identifier[] = [];

	function visit(node: ts.Node): void {
		if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node)) return;
		if (within === 'module' && ts.isFunctionLike(node)) return;
		if (ts.isIdentifier(node) && GLOBALS.has(node.text) && isUsed(node)) candidates.push(node);
		ts.forEachChild(node, visit);
	}
	visit(program);
	if (candidates.length === 0) return [];

	const isDeclared = declarations(program);
	return candidates
		.filter((node) => !isDeclared(node))
		.map((node) => ({
			name: node.text,
			line: program.getLineAndCharacterOfPosition(node.getStart()).line + 1
		}));
}

/** Whether a name is looked up, rather than that of a member, a property or a declaration. */
function isUsed(node: ts.Identifier): boolean {
	const { parent } = node;
	if (ts.isShorthandPropertyAssignment(parent)) return true;
	if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
	if (ts.isBindingElement(parent)) return parent.initializer === node;
	if (ts.isImportSpecifier(parent)) return false;
	return !('name' in parent && parent.name === node);
}

/** Tells whether a name is that of something in the file itself: a constant, a parameter, an import. */
function declarations(file: ts.SourceFile): (node: ts.Identifier) => boolean {
	const options = { noLib: true, noResolve: true, allowJs: true, types: [] };
	const host: ts.CompilerHost = {
		...ts.createCompilerHost(options),
		getSourceFile: (name) => (name === file.fileName ? file : undefined)
	};
	const checker = ts.createProgram([file.fileName], options, host).getTypeChecker();
	return (node) => checker.resolveName(node.text, node, ts.SymbolFlags.Value, false) !== undefined;
}
