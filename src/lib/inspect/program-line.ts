/** A line of a program, which has the words in order to write or to compare them, and a line of SDP. */
const PROGRAM =
	/[=!]==|[=!]= ?["'\x60]|\bcase ["'\x60.]|\bthrow new |\bnew \w{0,40}Error\(|\binstanceof\b|\bexcept \w|\b(?:console|log(?:ger|ging)?|Log|LOG|fmt)\.\w{1,12}\(\s?(?:TAG|["'\x60])|\bprint\w{0,4}\(|^\s*(?:\/\/|\/\*)|^[a-z]=/;

/** Whether a line is one of a program, or of SDP, and none in which something is told. */
export const isProgram = (line: string): boolean => PROGRAM.test(line);
