import { dateTime, element, root } from '../../../../../rectify/api.js';
import { checks } from './enterprise.js';

/** The last step: the list that holds, and what is printed of it. */
export function papers(enterprise) {
  const { list, profile, path } = enterprise;
  if (list.versionNumber === 0) {
    return {
      content: [element('p', {}, '还没有确认清单。请先回答企业情况、登记车间和岗位，再到“清单建议”里确认。')]
    };
  }
  const used = list.entries.filter(entry => entry.leftOut === null);
  const count = (workshopId, postId) =>
    used.filter(entry => entry.places.some(it => it.workshopId === workshopId && it.postId === postId))
      .length;
  const all = checks(used);
  const pdf = (kind, query) => `${root}${path}/${kind}/export.pdf${query}`;
  const row = (name, items, ...links) =>
    element('li', {}, `${name}（${items}项）`, element('span', { class: 'rectify-links' }, links));
  return {
    content: [
      element(
        'p',
        {},
        `现行清单为第${list.versionNumber}版，${dateTime(list.confirmedAt)}确认，共${all}项` +
          (all > used.length ? `（${used.length}条内容，分到车间、岗位）` : '') +
          (used.length < list.entries.length
            ? `，另有${list.entries.length - used.length}项注明不适用。`
            : '。') +
          (enterprise.proposal.unchanged ? '' : '有变化待确认，见“清单建议”；新的车间、岗位确认后才有条目。')
      ),
      element('h3', {}, '车间表册'),
      element(
        'ul',
        { class: 'rectify-notices' },
        row('公司级', count(null, null), link('打印', pdf('registers', '?workshop=0'))),
        profile.workshops.map(one =>
          row(one.name, count(one.id, null), link('打印', pdf('registers', '?workshop=' + one.id)))
        )
      ),
      link('打印全部表册', pdf('registers', '')),
      element('h3', {}, '岗位卡片'),
      element('p', {}, '卡片带二维码，张贴在岗位上；手机扫码，登录后显示该岗位的条目。'),
      element(
        'ul',
        { class: 'rectify-notices' },
        profile.posts.length ? [] : element('li', {}, '还没有登记岗位。'),
        profile.posts.map(one =>
          row(
            one.name,
            count(null, one.id),
            link('打印', pdf('cards', '?post=' + one.id)),
            link('手机页面', `${root}/check/${one.id}`)
          )
        )
      ),
      profile.posts.length ? link('打印全部卡片', pdf('cards', '')) : ''
    ]
  };
}

function link(label, href) {
  return element('a', { href, target: '_blank', rel: 'noopener', class: 'btn btn-default btn-sm' }, label);
}
