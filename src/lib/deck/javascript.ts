import ts from 'typescript';

/** A module of the site as plain JavaScript, without its types. For the build only. */
export function javaScriptOf(file: string): string {
	const { outputText } = ts.transpileModule(file, {
		compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext }
	});
	return outputText.replaceAll('    ', '  ');
}
