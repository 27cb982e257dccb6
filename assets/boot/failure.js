/**
 * A failure to start whose message is a clause for readers, such as "its script did not arrive", and
 * `advice` what they can do.
 */
export class StartFailure extends Error {
  constructor(message, advice) {
    super(message);
    this.advice = advice;
  }
}
