import { ask } from '../../../../../rectify/api.js';

/** What is known of an enterprise, and what its officer has typed. */
export class Enterprise {
  constructor(id) {
    this.path = '/api/enterprises/' + id;
    this.typed = false;
    // by item: { out, reason }
    this.leftOut = new Map();
  }

  /** What a question was answered with; null if it was not. */
  answerTo(name) {
    const answer = this.answers.get(name);
    return answer === undefined ? null : answer;
  }

  async load() {
    const [questions, profile] = await Promise.all([
      ask('GET', this.path + '/questions'),
      ask('GET', this.path + '/profile')
    ]);
    this.questions = questions;
    this.profile = profile;
    if (!this.typed) {
      this.begin();
    }
    await this.loadList();
  }

  async loadList() {
    const [list, proposal] = await Promise.all([
      ask('GET', this.path + '/checklist'),
      ask('GET', this.path + '/checklist/proposal')
    ]);
    this.list = list;
    this.proposal = proposal;
    proposal.leftOut
      .filter(entry => !this.leftOut.has(key(entry)))
      .forEach(entry => this.leftOut.set(key(entry), { out: true, reason: entry.leftOut }));
  }

  /** Begins with what is saved. */
  begin() {
    const { workshops, posts } = this.profile;
    this.answers = new Map(this.questions.map(question => [question.name, question.answer]));
    this.workshops = workshops.map(({ id, name, traits }) => ({ id, name, traits: new Set(traits) }));
    this.posts = posts.map(({ id, name, workshopId, traits }) => ({
      id,
      name,
      workshop: this.workshops.find(workshop => workshop.id === workshopId) || null,
      traits: new Set(traits)
    }));
  }

  isSetUp() {
    return this.profile.updatedAt !== null;
  }

  unanswered() {
    return this.questions.filter(question => this.answerTo(question.name) === null);
  }

  /** The traits it has, also those nobody asks about now. */
  has() {
    const asked = new Set(this.questions.map(question => question.name));
    const { traits, workshops, posts } = this.profile;
    return new Set([
      ...[traits, ...workshops.map(one => one.traits), ...posts.map(one => one.traits)]
        .flat()
        .filter(name => !asked.has(name)),
      ...this.questions.map(question => question.name).filter(name => this.answers.get(name))
    ]);
  }

  /** Saves answers, workshops and posts; what was answered with no is nowhere. */
  async save() {
    const has = this.has();
    const traits = place => [...place.traits].filter(name => has.has(name));
    this.profile = await ask('PUT', this.path + '/profile', {
      traits: [...has],
      workshops: this.workshops.map(one => ({ id: one.id, name: one.name, traits: traits(one) })),
      posts: this.posts.map(one => ({
        id: one.id,
        name: one.name,
        workshop: one.workshop && one.workshop.name,
        traits: traits(one)
      }))
    });
    this.typed = false;
    await this.load();
  }

  async confirm() {
    const drawn = new Set(this.drawn().map(key));
    const leftOut = [...this.leftOut]
      .filter(([item, mark]) => mark.out && drawn.has(item))
      .map(([item, mark]) => ({
        guideCode: item.split('/')[0],
        itemCode: item.split('/')[1],
        reason: mark.reason
      }));
    await ask('POST', this.path + '/checklist/confirm', { fingerprint: this.proposal.fingerprint, leftOut });
    this.leftOut.clear();
    await this.loadList();
  }

  /** What the list would be. */
  drawn() {
    return [
      ...this.proposal.added,
      ...this.proposal.changed.map(change => change.after),
      ...this.proposal.moved,
      ...this.same()
    ];
  }

  /** What the proposal leaves as it is. */
  same() {
    const { removed, changed, moved } = this.proposal;
    const touched = new Set([...removed, ...changed.map(change => change.after), ...moved].map(key));
    return this.list.entries.filter(entry => !touched.has(key(entry)));
  }

  /** Whether the officer marked an item otherwise than in the list that holds. */
  isRemarked() {
    const now = new Map(this.list.entries.map(entry => [key(entry), entry.leftOut || '']));
    return this.drawn().some(entry => {
      const mark = this.leftOut.get(key(entry));
      return (mark && mark.out ? mark.reason : '') !== (now.get(key(entry)) || '');
    });
  }
}

/** What names an item from version to version. */
export function key(entry) {
  return entry.guideCode + '/' + entry.item.code;
}

/** How many answers some entries ask for: one for each place, everywhere the same number. */
export function checks(entries) {
  return entries.reduce((sum, entry) => sum + entry.places.length, 0);
}
