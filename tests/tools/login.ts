/** Who is let in by the TURN servers of the tests. */
export const USER = { username: 'parley', credential: 'a-secret-of-tests' };
