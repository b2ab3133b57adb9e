// What a person can do here, by the units they work in: their lists with numbers, what they may
// begin, the cases they follow, the ledger.
import { ask, element, root } from '../../../../rectify/api.js';

const TASKS = root + '/camunda/app/tasklist/default/';
const LISTS = '/camunda/api/engine/engine/default/filter?itemCount=true&resourceType=Task';

const ROLES = [
  {
    name: '企业安全员',
    has: groups => groups.some(id => /^ent\d+$/.test(id)),
    can: [
      '首次使用先设置企业清单：进入任务办理，点“企业清单”，回答问题、登记车间和岗位、确认清单、打印卡片；',
      '每月完成本期自查，逐项说明不符合项；',
      '上报隐患：进入任务办理，点“发起流程”，选“自查隐患整改”；',
      '整改到期前在“整改隐患”任务中报告整改，确有困难的申请延期；',
      '重大隐患先编制治理方案，审查通过后再治理。'
    ]
  },
  {
    name: '乡镇（街道、园区）安监员',
    has: groups => groups.some(id => /^town\d+$/.test(id)),
    can: [
      '监督检查：进入任务办理，点“发起流程”，选“监督检查”；',
      '验收企业整改，审批延期，复查责令整改的问题；',
      '逾期未改的案件先由您催办，未按时自查的企业由您核实。'
    ]
  },
  {
    name: '行业主管部门执法人员',
    has: groups => groups.some(id => /^dept\d+[a-z]+$/.test(id)),
    can: [
      '监督检查：进入任务办理，点“发起流程”，选“监督检查”；',
      '接收重大隐患报告，审查治理方案，接收移送，复查和验收；',
      '督办本行业逾期未改的案件，处置红灯企业。'
    ]
  },
  {
    name: '安委办工作人员',
    has: groups => groups.some(id => /^office\d+$/.test(id)),
    can: [
      '对久拖不改的案件下发督办函、挂牌督办或约谈；',
      '指定责任不明案件的承办单位，督促属地核实未按时自查的企业；',
      '每月、每季度核对并签发本地区的统计表。'
    ]
  },
  {
    name: '领导和调度',
    has: groups => groups.includes('manager'),
    can: ['在流程监控中查看案件卡在哪里、在谁手里；', '关注重要案件，在任务办理的“已关注”中随时查看。'],
    app: ['流程监控', 'cockpit']
  },
  {
    name: '流程设计员',
    has: groups => groups.includes('processDesigner'),
    can: ['在流程监控中查看流程图、判定表和部署，调整时限后重新部署。'],
    app: ['流程监控', 'cockpit']
  },
  {
    name: '系统管理员',
    has: groups => groups.includes('camunda-admin'),
    can: ['管理用户、用户组和授权，导入节假日安排和企业库。'],
    app: ['系统管理', 'admin']
  }
];

const LEDGER = /^(ent\d+|town\d+|dept\d+[a-z]+|office\d+|manager)$/;
const REGISTER = /^(town\d+|dept\d+[a-z]+|office\d+|manager|camunda-admin)$/;

function link(text, href, kind = 'btn btn-default') {
  return element('a', { class: kind, href }, text);
}

function section(title, ...content) {
  return element('section', { class: 'rectify-box' }, element('h2', {}, title), ...content);
}

function duties(groups) {
  return ROLES.filter(role => role.has(groups)).map(role =>
    section(
      role.name + '可以做什么',
      element('ul', {}, ...role.can.map(line => element('li', {}, line))),
      role.app ? link(role.app[0], `${root}/camunda/app/${role.app[1]}/default/`) : null
    )
  );
}

/** An account that is in no unit has nothing to do anywhere. */
function homeless() {
  return section(
    '您的账号还没有加入任何单位',
    element(
      'p',
      {},
      '请联系本单位管理员或当地安委办，告知您的账号和所在单位，由系统管理员把账号加入单位的用户组；加入后刷新本页即可办理。'
    )
  );
}

async function lists() {
  const found = await ask('GET', LISTS);
  return section(
    '我的任务',
    element(
      'div',
      { class: 'rectify-lists' },
      ...found
        .sort((a, b) => a.properties.priority - b.properties.priority)
        .map(list =>
          element(
            'a',
            { href: `${TASKS}#/?filter=${list.id}`, title: list.properties.description },
            element('strong', {}, String(list.itemCount)),
            element('span', {}, list.name)
          )
        )
    ),
    link('进入任务办理', TASKS, 'btn btn-primary')
  );
}

function state(row) {
  return [row.level, row.status, row.dueAt && `整改期限${row.dueAt}`, row.overdue && '已逾期']
    .filter(Boolean)
    .join('，');
}

function caseLine(row, followed, changed) {
  const button = element(
    'button',
    {
      type: 'button',
      class: 'btn btn-default btn-sm',
      click: async () => {
        await ask(followed ? 'DELETE' : 'PUT', '/api/follows/' + row.caseNumber).catch(failure =>
          button.after(element('span', { role: 'alert' }, failure.message))
        );
        changed();
      }
    },
    followed ? '★ 取消关注' : '☆ 关注案件'
  );
  return element(
    'li',
    {},
    element('p', {}, element('strong', {}, `${row.location}，${row.enterprise}`)),
    element(
      'p',
      {},
      element('a', { href: `${root}/city/cases/${row.caseNumber}` }, row.caseNumber),
      `，${state(row)}`
    ),
    button
  );
}

function ledger() {
  const followed = element('div', { 'aria-live': 'polite' });
  const results = element('div', { 'aria-live': 'polite' });
  const text = element('input', {
    class: 'form-control',
    type: 'search',
    placeholder: '企业名称、隐患部位或隐患情况',
    'aria-label': '查找案件',
    maxlength: 50
  });
  let following = [];

  async function showFollowed() {
    following = await ask('GET', '/api/follows');
    followed.replaceChildren(
      following.length
        ? element('ul', {}, ...following.map(row => caseLine(row, true, refresh)))
        : element('p', {}, '还没有关注案件。在任务页面或下面的查找结果中点“关注案件”，案件就列在这里。')
    );
  }

  async function find() {
    const page = await ask(
      'GET',
      '/api/hazards?size=20&text=' + encodeURIComponent(text.value.trim())
    );
    const rows = page.rows.map(row => ({
      caseNumber: row.caseNumber,
      enterprise: row.enterpriseName,
      location: row.location,
      level: row.level === 'MAJOR' ? '重大隐患' : '一般隐患',
      status: row.statusName,
      dueAt: row.dueAt
    }));
    results.replaceChildren(
      element('p', {}, `共${page.total}件` + (page.total > rows.length ? '，列出最近20件' : '')),
      element(
        'ul',
        {},
        ...rows.map(row =>
          caseLine(row, following.some(it => it.caseNumber === row.caseNumber), refresh)
        )
      )
    );
  }

  let searched = false;
  async function refresh() {
    await showFollowed();
    if (searched) {
      await find();
    }
  }

  refresh();
  return [
    section('关注的案件', followed),
    section(
      '隐患台账',
      element(
        'form',
        {
          class: 'rectify-find',
          submit: event => {
            event.preventDefault();
            searched = true;
            find();
          }
        },
        text,
        element('button', { type: 'submit', class: 'btn btn-primary' }, '查找')
      ),
      results,
      link('导出台账（电子表格）', root + '/api/hazards/export.xlsx')
    )
  ];
}

async function fill(node) {
  const me = await ask('GET', '/api/people/me');
  const may = pattern => me.groups.some(id => pattern.test(id));
  node.replaceChildren(
    await lists(),
    ...(duties(me.groups).length ? duties(me.groups) : [homeless()]),
    ...(may(LEDGER) ? ledger() : []),
    may(REGISTER)
      ? section('企业库', link('导出企业名单（电子表格）', root + '/api/enterprises/export.xlsx'))
      : ''
  );
}

export default {
  id: 'rectify-role-guide',
  pluginPoint: 'welcome.dashboard',
  priority: 100,
  render(node) {
    node.className = 'rectify-guide';
    fill(node).catch(failure => node.replaceChildren(element('p', { role: 'alert' }, failure.message)));
  }
};
