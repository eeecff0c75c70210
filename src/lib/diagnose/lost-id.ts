/** The name of what is said of a description that was not copied whole. */
export const LOST_ID = 'sdp.lost-in-copying';
