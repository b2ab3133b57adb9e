import { ask } from '../../../../../rectify/api.js';

const PAUSE = 400;
const AGAIN = 5000;

/** The answers of a self-check: what is typed here goes to the server, what colleagues type comes back. */
export class SheetState {
  /**
   * @param open what the server answered for the task
   * @param hear told of each key whose answer came from elsewhere, and of what there is to say
   */
  constructor(taskId, open, hear) {
    this.path = `/api/self-checks/of-task/${encodeURIComponent(taskId)}`;
    this.hear = hear;
    this.unsaved = new Map();
    this.opened = new Set();
    this.sending = null;
    this.take(open);
  }

  take(open) {
    this.open = open;
    this.revision = open.revision;
    this.answers = new Map(open.answers.map(answer => [answer.key, answer]));
  }

  answer(key) {
    return this.answers.get(key) || { key, verdict: null, text: null, location: null, photos: [] };
  }

  /** What is still missing of an item: nothing, an answer, or its words. */
  missing(line) {
    const { verdict, text } = this.answer(line.key);
    const length = (text || '').trim().length;
    if (!verdict) {
      return '未答';
    }
    if (verdict === 'FAILS' && length < 2) {
      return '请写明现场情况';
    }
    return verdict === 'NOT_APPLICABLE' && length < 4 ? '请写明理由，4个字以上' : '';
  }

  counts(lines) {
    const of = verdict => lines.filter(line => this.answer(line.key).verdict === verdict).length;
    return {
      all: lines.length,
      left: lines.filter(line => this.missing(line)).length,
      fails: of('FAILS'),
      out: of('NOT_APPLICABLE')
    };
  }

  /** Keeps a change and saves it a moment later, together with what follows at once. */
  change(key, part) {
    const answer = { ...this.answer(key), ...part, key };
    this.answers.set(key, answer);
    this.unsaved.set(key, answer);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), PAUSE);
  }

  /** Tells the server that a group was opened, before any of its items is answered. */
  opens(group, key) {
    if (this.open.mine && !this.open.opened.includes(group)) {
      this.open.opened.push(group);
      this.opened.add(key);
      this.save();
    }
  }

  isSaved() {
    return this.unsaved.size === 0 && !this.sending;
  }

  /** Saves what is not saved; one request at a time, so that none overtakes another. */
  async save() {
    clearTimeout(this.timer);
    while (this.sending) {
      await this.sending;
    }
    if (this.opened.size > 0) {
      await this.exchange([]);
    }
    if (this.unsaved.size > 0) {
      await this.exchange();
    }
  }

  /** Asks what colleagues have answered. */
  async look() {
    if (this.isSaved()) {
      await this.exchange();
    }
  }

  /** @param given what is answered; what was opened goes ahead of it, in a call of its own */
  async exchange(given = [...this.unsaved.values()]) {
    given.forEach(answer => this.unsaved.delete(answer.key));
    this.sending = this.send(given).catch(failure => this.refused(given, failure));
    await this.sending;
    this.sending = null;
  }

  async send(given) {
    const opened = given.length > 0 ? [] : [...this.opened];
    const saved = await ask('PUT', this.path + '/answers', {
      seen: this.revision,
      opened,
      answers: given.map(({ key, verdict, text, location, photos }) => ({
        key,
        verdict,
        text,
        location,
        photos
      }))
    });
    opened.forEach(key => this.opened.delete(key));
    this.revision = saved.revision;
    // what was typed since is newer still
    const known = saved.answers.filter(answer => !this.unsaved.has(answer.key));
    known.forEach(answer => this.answers.set(answer.key, answer));
    if (saved.list !== this.open.list || saved.gone.length > 0) {
      this.take(await ask('GET', this.path));
      this.hear.changed();
      return;
    }
    const own = new Set(given.map(answer => answer.key));
    saved.contested.forEach(key => own.delete(key));
    this.hear.saved(saved, {
      own: [...own],
      others: known.map(answer => answer.key).filter(key => !own.has(key))
    });
  }

  /** What could not be saved waits and is tried again, unless the server will never take it. */
  refused(given, failure) {
    const lost = failure.status === undefined || failure.status === 401 || failure.status >= 500;
    if (lost) {
      given
        .filter(answer => !this.unsaved.has(answer.key))
        .forEach(answer => this.unsaved.set(answer.key, answer));
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), AGAIN);
    }
    this.hear.failed(
      lost
        ? failure.status === 401
          ? '登录已过期，答案还没有保存，请在另一个窗口重新登录，随后自动保存。'
          : '还有答案没有保存，网络恢复后自动保存。'
        : failure.message
    );
  }

  leave() {
    clearTimeout(this.timer);
    if (this.unsaved.size > 0) {
      this.save();
    }
  }
}
