/** A failure to start whose message is a clause for readers, such as "its script did not arrive". */
export class StartFailure extends Error {}
