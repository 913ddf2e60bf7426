// The page answers its reader: language, filters, sorting. Every number comes, as text, from the data files beside it.
(function () {
  'use strict';
  var root = document.documentElement;
  var ipw = window.ipw = { data: {}, common: null, state: null, listeners: [] };
  root.classList.add('js');

  ipw.put = function (indicator) { ipw.data[indicator.id] = indicator; };
  ipw.site = function (common) {
    ipw.common = common;
    common.index = {};
    common.periods.forEach(function (p, i) { common.index[p] = i; });
  };

  function each(selector, act, within) {
    Array.prototype.forEach.call((within || document).querySelectorAll(selector), act);
  }
  ipw.each = each;

  // ---- language ----------------------------------------------------------------------------------------------------
  ipw.english = function () { return root.classList.contains('english'); };
  ipw.say = function (words) { return words[ipw.english() ? 1 : 0]; };

  function remembered() {
    try { return window.localStorage.getItem('ipw-language'); } catch (e) { return null; }
  }
  function speak(english) {
    root.classList.toggle('english', english);
    root.lang = english ? 'en' : 'zh-CN';
    each('[data-action=language]', function (b) {
      b.textContent = english ? '中文' : 'English';
      b.lang = english ? 'zh-CN' : 'en';
    });
    try { window.localStorage.setItem('ipw-language', english ? 'en' : 'zh'); } catch (e) { /* a share may forbid it */ }
  }

  // ---- figures -----------------------------------------------------------------------------------------------------
  var MEASURES = { value: 0, 'signed-yoy': 2, 'signed-qoq': 3 };

  // the texts of one indicator in one region, whole or one part, by period; null where there are none
  ipw.row = function (id, region, dimension, part) {
    var it = ipw.data[id];
    if (!it) { return null; }
    var held = dimension ? ((it.b[dimension] || {})[part] || {})[region] : it.f[region];
    if (!held) { return null; }
    if (typeof held[0] === 'string') {
      [0, 2, 3].forEach(function (i) { held[i] = held[i].split('|'); });
    }
    return held;
  };
  ipw.text = function (row, period, measure) {
    var at = ipw.common.index[period];
    if (!row || at === undefined) { return ''; }
    var text = row[MEASURES[measure.replace(/-en$/, '')] || 0][at] || '';
    return /-en$/.test(measure) ? text.replace('个百分点', ' pp') : text;
  };
  ipw.number = function (text) {
    if (!text || !/\d/.test(text)) { return null; }
    return parseFloat(text.replace(/,/g, '').replace('−', '-'));
  };
  ipw.status = function (row, period) {
    var at = ipw.common.index[period];
    return row && at !== undefined ? row[1].charAt(at) : ' ';
  };

  // ---- what a reader chose -----------------------------------------------------------------------------------------
  function fromAddress() {
    var chosen = {};
    window.location.hash.replace(/^#/, '').split('&').forEach(function (pair) {
      var at = pair.indexOf('=');
      if (at > 0) { chosen[pair.slice(0, at)] = decodeURIComponent(pair.slice(at + 1)); }
    });
    return chosen;
  }
  function isDefault(s) {
    return s.period === ipw.common.period && s.township === ipw.common.district && s.ip_type === '';
  }
  function address(s) {
    var parts = [];
    if (s.period !== ipw.common.period) { parts.push('period=' + s.period); }
    if (s.township !== ipw.common.district) { parts.push('township=' + s.township); }
    if (s.ip_type) { parts.push('ip_type=' + s.ip_type); }
    return parts.length ? '#' + parts.join('&') : '';
  }
  function chosen() {
    var asked = fromAddress();
    return {
      period: asked.period in ipw.common.index ? asked.period : ipw.common.period,
      township: ipw.common.regions.some(function (r) { return r[0] === asked.township; }) ? asked.township : ipw.common.district,
      ip_type: (ipw.common.values.ip_type || {})[asked.ip_type] ? asked.ip_type : ''
    };
  }

  // ---- showing it --------------------------------------------------------------------------------------------------
  // where the figure of a place of the page is found for what the reader chose
  function moved(node, s) {
    var parts = node.getAttribute('data-figure').split('|');
    var fixed = node.closest('tr[data-region]'); // a row of a township, or of the district, stays that
    var whole = parts[2] === ipw.common.district && parts[3] === '' && !fixed;
    return {
      id: parts[0],
      period: parts[1] === ipw.common.period ? s.period : parts[1],
      region: whole ? s.township : parts[2],
      dimension: parts[3] === '' && s.ip_type ? 'ip_type' : parts[3],
      part: parts[3] === '' && s.ip_type ? s.ip_type : parts[4]
    };
  }
  function refOf(m) { return [m.id, m.period, m.region, m.dimension, m.part].join('|'); }

  function change(node, s) {
    var number = node.querySelector('[data-figure]');
    if (!number) { return; }
    var measure = number.getAttribute('data-measure').replace('clause', 'signed').replace(/-en$/, '');
    var m = moved(number, s);
    var text = ipw.text(ipw.row(m.id, m.region, m.dimension, m.part), m.period, measure) || '—';
    var sign = ipw.number(text);
    while (node.childNodes.length > 1) { node.removeChild(node.lastChild); }
    if (sign) {
      var arrow = document.createElement('span');
      arrow.className = 'arrow';
      arrow.setAttribute('aria-hidden', 'true');
      arrow.textContent = sign > 0 ? '▲' : '▼';
      node.appendChild(arrow);
    }
    var shown = document.createElement('span');
    shown.className = 'num';
    if (text !== '—') {
      shown.setAttribute('data-figure', refOf(m));
      shown.setAttribute('data-measure', measure + (ipw.english() ? '-en' : ''));
    }
    shown.textContent = ipw.english() ? text.replace('个百分点', ' pp') : text;
    node.appendChild(shown);
    var direction = (ipw.data[m.id] || {}).direction;
    node.className = 'change ' + (!sign || direction === 'neutral' || !direction ? 'neutral'
      : (direction === 'up') === (sign > 0) ? 'favourable' : 'attention');
  }

  function figure(node, s) {
    var m = moved(node, s);
    var row = ipw.row(m.id, m.region, m.dimension, m.part);
    var measure = node.getAttribute('data-measure');
    var text = ipw.text(row, m.period, measure);
    if (text) {
      node.setAttribute('data-figure', refOf(m));
      node.textContent = text;
    } else {
      node.removeAttribute('data-figure');
      // a part that does not occur is not stored: it is none only where the whole is known
      var whole = ipw.data[m.id] && !ipw.data[m.id].rate && m.dimension && ipw.data[m.id].b[m.dimension]
        && ipw.number(ipw.text(ipw.row(m.id, m.region, '', ''), m.period, 'value')) !== null;
      node.textContent = measure === 'value' ? (whole ? '0' : row ? '…' : '—') : '—';
      if (whole) { node.setAttribute('data-part', refOf(m)); }
      if (!row && !whole) { node.setAttribute('data-unfit', ''); }
    }
    var value = node.closest('.value, .big');
    if (value) { value.classList.toggle('none', !/\d/.test(node.textContent)); }
    var card = node.closest('.card, .now, tr, li');
    var mark = card && measure === 'value' && card.querySelectorAll('[data-measure=value]').length < 2 && card.querySelector('.mark');
    var words = ipw.common.states[ipw.status(row, m.period)] || ['', ''];
    if (mark) {
      mark.textContent = ipw.say(words);
      mark.hidden = !words[0];
      mark.removeAttribute('title');
    }
  }

  // the shape of the twelve months up to the chosen period, drawn again from the texts
  function months(period) {
    var m = /^(\d{4})(?:-(\d\d))?(?:Q(\d))?(?:H(\d))?(?:\.\.(\d\d))?$/.exec(period), list = [];
    if (!m) { return list; }
    var last = m[1] * 12 + (m[5] ? +m[5] : m[3] ? m[3] * 3 : m[4] ? m[4] * 6 : m[2] ? +m[2] : 12) - 1;
    for (var i = 11; i >= 0; i--) {
      var at = last - i;
      list.push(Math.floor(at / 12) + '-' + (at % 12 < 9 ? '0' : '') + (at % 12 + 1));
    }
    return list;
  }
  function spark(node, s) {
    var id = node.getAttribute('data-spark');
    var row = ipw.row(id, s.township, s.ip_type ? 'ip_type' : '', s.ip_type);
    var numbers = months(s.period).map(function (p) { return ipw.number(ipw.text(row, p, 'value')); });
    var known = numbers.filter(function (n) { return n !== null; });
    node.textContent = '';
    if (known.length < 2) { return; }
    var low = Math.min.apply(null, known), high = Math.max.apply(null, known), path = '', open = false, x, y;
    numbers.forEach(function (n, i) {
      if (n === null) { open = false; return; }
      x = 5 + i * 180 / 11;
      y = high === low ? 20 : 35 - 30 * (n - low) / (high - low);
      path += (open ? 'L' : 'M') + x.toFixed(1) + ' ' + y.toFixed(1);
      open = true;
    });
    // numbers of our own only
    node.innerHTML = '<svg viewBox="0 0 190 40" aria-hidden="true"><path fill="none" stroke="var(--accent)" stroke-width="1.6" d="' + path
      + '"/>' + (numbers[11] === null ? '' : '<circle r="3" fill="var(--accent)" cx="' + x + '" cy="' + y + '"/>') + '</svg>';
  }

  function show(s) {
    var usual = isDefault(s);
    root.classList.toggle('filtered', !usual);
    each('[data-follow]', function (block) {
      if (block.ipwFirst === undefined) { block.ipwFirst = block.innerHTML; }
      if (block.ipwMoved) { block.innerHTML = block.ipwFirst; block.ipwMoved = false; }
      if (usual) { return; }
      block.ipwMoved = true;
      each('.change', function (node) { change(node, s); }, block);
      each('[data-figure]', function (node) {
        if (!node.closest('.change')) { figure(node, s); }
      }, block);
      each('[data-spark]', function (node) { spark(node, s); }, block);
    });
    each('tr[data-region]', function (row) {
      var region = row.getAttribute('data-region');
      var listed = !!row.closest('.alarms, .deadlines, .rows-of');
      var other = s.township !== ipw.common.district && region !== s.township;
      row.hidden = listed && other;
      row.classList.toggle('chosen', s.township !== ipw.common.district && region === s.township && !listed);
    });
    var at = ipw.common.index[s.period];
    each('[data-period]', function (node) {
      if (node.ipwFirst === undefined) { node.ipwFirst = node.innerHTML; }
      node.innerHTML = node.ipwFirst;
      if (s.period !== ipw.common.period) { node.textContent = ipw.say(ipw.common.labels[at]); }
    });
    root.classList.toggle('moved', s.period !== ipw.common.period);
    each('a[href]', function (link) {
      var href = link.getAttribute('href');
      if (!link.hasAttribute('data-keep') && /^[^#:]*\.html/.test(href)) { link.setAttribute('href', href.replace(/#.*$/, '') + address(s)); }
    });
    each('[data-why]', function (code) {
      var region = s.township === ipw.common.district ? '' : ' ' + regionName(s.township)[0];
      code.textContent = 'ipw why ' + code.getAttribute('data-why') + ' ' + s.period + region;
    });
    ipw.listeners.forEach(function (listen) { listen(s, usual); });
  }
  function regionName(code) {
    var found = ipw.common.regions.filter(function (r) { return r[0] === code; })[0];
    return found ? [found[1], found[2]] : [code, code];
  }
  ipw.regionName = regionName;

  function announce(s) {
    var words = [ipw.say(ipw.common.labels[ipw.common.index[s.period]]), ipw.say(regionName(s.township))];
    if (s.ip_type) { words.push(ipw.say(ipw.common.values.ip_type[s.ip_type])); }
    each('.live', function (node) { node.textContent = (ipw.english() ? 'Showing ' : '已显示') + words.join(' · '); });
  }

  // ---- the filters -------------------------------------------------------------------------------------------------
  var KINDS = [[/Q/, '季度', 'Quarters'], [/^\d{4}-\d\d$/, '月', 'Months'], [/H/, '半年', 'Half-years'],
    [/^\d{4}$/, '年', 'Years'], [/\.\./, '累计', 'To date']];

  function option(select, value, words) {
    var o = document.createElement('option');
    o.value = value;
    o.textContent = ipw.say(words);
    select.appendChild(o);
  }
  function fill(select, s) {
    select.textContent = '';
    if (select.name === 'period') {
      KINDS.forEach(function (kind) {
        var group = document.createElement('optgroup');
        group.label = ipw.english() ? kind[2] : kind[1];
        ipw.common.periods.forEach(function (p, i) {
          if (kind[0].test(p)) { group.insertBefore(opt(p, ipw.common.labels[i]), group.firstChild); }
        });
        if (group.firstChild) { select.appendChild(group); }
      });
    } else if (select.name === 'township') {
      ipw.common.regions.forEach(function (r) { option(select, r[0], [r[1], r[2]]); });
    } else {
      option(select, '', ['全部类型', 'All rights']);
      var types = ipw.common.values.ip_type || {};
      Object.keys(types).forEach(function (t) { option(select, t, types[t]); });
    }
    select.value = s[select.name];
  }
  function opt(value, words) {
    var o = document.createElement('option');
    o.value = value;
    o.textContent = ipw.say(words);
    return o;
  }
  function refresh() {
    if (!ipw.common) { return; }
    ipw.state = chosen();
    each('.filters select', function (select) { fill(select, ipw.state); });
    show(ipw.state);
  }
  function choose(form) {
    var next = { period: ipw.state.period, township: ipw.state.township, ip_type: ipw.state.ip_type };
    each('select', function (select) { next[select.name] = select.value; }, form);
    window.history.replaceState(null, '', address(next) || window.location.pathname + window.location.search);
    ipw.state = next;
    show(next);
    announce(next);
  }

  // ---- sorting -----------------------------------------------------------------------------------------------------
  function sortBy(table, index, heading) {
    var body = table.tBodies[0];
    var rows = Array.prototype.slice.call(body.querySelectorAll('tr:not(.total)'));
    var down = heading.getAttribute('aria-sort') !== 'descending';
    function key(row) { return ipw.number(row.cells[index].textContent); }
    rows.sort(function (a, b) {
      var x = key(a), y = key(b);
      if (x === null || y === null) { return (x === null) - (y === null); } // a missing value is last either way
      return down ? y - x : x - y;
    });
    each('th[aria-sort]', function (other) { other.removeAttribute('aria-sort'); }, table);
    heading.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    rows.forEach(function (row) { body.insertBefore(row, body.querySelector('.total')); });
  }
  function sortable() {
    each('table.sortable', function (table) {
      Array.prototype.forEach.call(table.tHead.rows[0].cells, function (heading, index) {
        if (index === 0 || heading.querySelector('button')) { return; }
        var button = document.createElement('button');
        button.type = 'button';
        button.className = 'sort';
        button.setAttribute('aria-label', '排序 Sort ' + heading.textContent);
        button.textContent = '↕';
        heading.insertBefore(button, heading.querySelector('.th-unit'));
      });
    });
  }

  document.addEventListener('click', function (event) {
    var target = event.target;
    if (target.closest('[data-action=language]')) {
      speak(!ipw.english());
      refresh();
    } else if (target.closest('[data-action=print]')) {
      window.print();
    } else if (target.closest('.sort')) {
      var heading = target.closest('th');
      sortBy(heading.closest('table'), heading.cellIndex, heading);
    }
  });
  document.addEventListener('change', function (event) {
    var form = event.target.closest('.filters');
    if (form) { choose(form); }
  });
  document.addEventListener('reset', function (event) {
    if (event.target.closest('.filters')) {
      event.preventDefault();
      window.history.replaceState(null, '', window.location.pathname + window.location.search);
      refresh();
      announce(ipw.state);
    }
  });
  document.addEventListener('input', function (event) {
    if (event.target.getAttribute('data-action') !== 'find') { return; }
    var wanted = event.target.value.trim().toLowerCase();
    each('.indicators tbody', function (topic) {
      var shown = 0;
      each('tr[id]', function (row) {
        row.hidden = row.textContent.toLowerCase().indexOf(wanted) < 0;
        shown += row.hidden ? 0 : 1;
      }, topic);
      topic.hidden = shown === 0;
    });
  });

  document.addEventListener('DOMContentLoaded', function () {
    sortable();
    var asked = fromAddress().lang;
    speak(asked ? asked === 'en' : remembered() === 'en');
    refresh();
    root.classList.add('ready');
  });
  window.addEventListener('hashchange', refresh);
}());
