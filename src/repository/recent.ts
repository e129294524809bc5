/**
 * Answers by key, of which only those are kept that were asked for last. `room`: how much all of them may weigh together;
 * the newest is kept whatever it weighs.
 */
export class Recent<Key, Answer> {
  readonly #room: number;
  readonly #held = new Map<Key, { answer: Answer; weight: number }>();
  #weight = 0;

  constructor(room: number) {
    this.#room = room;
  }

  get(key: Key): Answer | undefined {
    const found = this.#held.get(key);
    if (found) this.set(key, found.answer, found.weight);
    return found?.answer;
  }

  set(key: Key, answer: Answer, weight = 1): void {
    this.#drop(key);
    this.#held.set(key, { answer, weight });
    this.#weight += weight;
    for (const oldest of this.#held.keys()) {
      if (this.#weight <= this.#room || oldest === key) break;
      this.#drop(oldest);
    }
  }

  #drop(key: Key): void {
    this.#weight -= this.#held.get(key)?.weight ?? 0;
    this.#held.delete(key);
  }
}
