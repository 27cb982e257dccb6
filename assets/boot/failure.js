/**
 * A failure to start whose message is a clause for readers, such as "its script did not arrive", and
 * `advice` what they can do. `status` is that of an answer from the network.
 */
export class StartFailure extends Error {
  /**
   * @param {string} message
   * @param {string} [advice]
   * @param {number} [status]
   */
  constructor(message, advice, status) {
    super(message);
    this.advice = advice;
    this.status = status;
  }
}
