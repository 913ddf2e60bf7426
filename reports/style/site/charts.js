// Charts that answer: Apache ECharts over the drawing that is in the page already, from the same texts.
(function () {
  'use strict';
  var ipw = window.ipw;
  var live = [];
  var DASH = 'path://M0 4h20v3h-20z', DASHES = 'path://M0 4h8v2h-8zM12 4h8v2h-8z';
  var FONT = getComputedStyle(document.body).fontFamily;

  function tone(name) { return ipw.common.tones[name]; }

  // ---- periods -----------------------------------------------------------------------------------------------------
  function pad(n) { return (n < 10 ? '0' : '') + n; }
  // the last month of a period as a count of months
  function end(p) {
    var m;
    if ((m = /^(\d{4})-(\d\d)$/.exec(p))) { return m[1] * 12 + (m[2] - 1); }
    if ((m = /^(\d{4})Q(\d)$/.exec(p))) { return m[1] * 12 + m[2] * 3 - 1; }
    if ((m = /^(\d{4})H(\d)$/.exec(p))) { return m[1] * 12 + m[2] * 6 - 1; }
    if ((m = /^(\d{4})-\d\d\.\.(\d\d)$/.exec(p))) { return m[1] * 12 + (m[2] - 1); }
    return p * 12 + 11;
  }
  function length(p) {
    var m = /^\d{4}-(\d\d)\.\.(\d\d)$/.exec(p);
    return m ? m[2] - m[1] + 1 : /Q/.test(p) ? 3 : /H/.test(p) ? 6 : /-/.test(p) ? 1 : 12;
  }
  function name(kind, last) {
    var year = Math.floor(last / 12), month = last % 12 + 1;
    return kind === 1 ? year + '-' + pad(month) : kind === 3 ? year + 'Q' + month / 3
      : kind === 6 ? year + 'H' + month / 6 : String(year);
  }
  function upTo(period, kind, count) {
    var last = end(period), list = [];
    last -= (last + 1) % kind;
    for (var i = count - 1; i >= 0; i--) { list.push(name(kind, last - i * kind)); }
    return list;
  }
  function label(p) {
    var at = ipw.common.index[p];
    return at === undefined ? p : ipw.say(ipw.common.labels[at]);
  }
  function tick(p, i, list) {
    var year = Math.floor(end(p) / 12), first = i === 0 || Math.floor(end(list[i - 1]) / 12) !== year || /-01$/.test(p);
    if (/Q/.test(p)) { return (first ? year + ' ' : '') + 'Q' + p.slice(-1); }
    if (/-/.test(p)) {
      var month = end(p) % 12 + 1;
      return (first ? year + (ipw.english() ? '-' : '年') : '') + (ipw.english() ? pad(month) : month + '月');
    }
    return p;
  }

  // which places of the axis are named: the more months, the fewer of them
  function named(periods) {
    var step = !/^\d{4}-\d\d$/.test(periods[0]) ? 1 : periods.length > 18 ? 6 : periods.length > 9 ? 3 : 1;
    return function (i) { return end(periods[i]) % step === 0; };
  }

  // ---- what is shown -----------------------------------------------------------------------------------------------
  function series(words, id, region, dimension, part, periods) {
    var row = ipw.row(id, region, dimension, part);
    return {
      name: words,
      texts: periods.map(function (p) { return ipw.text(row, p, 'value') || (row ? '…' : '—'); }),
      refs: periods.map(function (p) { return ipw.text(row, p, 'value') ? [id, p, region, dimension, part].join('|') : ''; }),
      open: periods.map(function (p) { return 'pir'.indexOf(ipw.status(row, p)) >= 0; }),
      mark: 'figure'
    };
  }
  function limits(words, id, which, periods) {
    var texts = (ipw.data[id].e[which] || '').split('|');
    return {
      name: words,
      texts: periods.map(function (p) { return texts[ipw.common.index[p]] || '—'; }),
      refs: periods.map(function (p) { return texts[ipw.common.index[p]] ? id + '|' + p : ''; }),
      measure: which,
      open: [],
      mark: 'expected'
    };
  }
  function trend(recipe, s) {
    var it = ipw.data[recipe.id];
    var kind = recipe.every === 'quarter' ? 3 : recipe.every === 'year' ? 12 : 1;
    var periods = upTo(s.period, kind, recipe.months);
    var dimension = s.ip_type ? 'ip_type' : '';
    var all = [];
    var whole = s.township === ipw.common.district && !s.ip_type;
    if (recipe.against === 'expected' && whole && it.e.low) {
      all.push(limits(['预期下限', 'Expected, lower'], recipe.id, 'low', periods));
      all.push(limits(['预期上限', 'Expected, upper'], recipe.id, 'high', periods));
    }
    if (recipe.against === 'year_before' && recipe.months <= 12) {
      all.push(series(['上年同期', 'Year before'], recipe.id, s.township, dimension, s.ip_type,
        periods.map(function (p) { return name(kind, end(p) - 12); })));
      all[all.length - 1].before = true;
    }
    all.push(series(recipe.months <= 12 && recipe.against === 'year_before' ? ['本期', 'This year'] : it.name,
      recipe.id, s.township, dimension, s.ip_type, periods));
    return { periods: periods, series: all };
  }
  function parts(recipe, s) {
    var it = ipw.data[recipe.id];
    var kind = length(s.period);
    var periods = /\.\./.test(s.period) ? upTo(s.period, 1, recipe.periods) : upTo(s.period, kind, recipe.periods);
    periods = periods.filter(function (p) { return p in ipw.common.index; });
    var held = it.b[recipe.by] || {};
    var all = Object.keys(held)
      .filter(function (v) { return recipe.by !== 'ip_type' || !s.ip_type || v === s.ip_type; })
      .map(function (v) {
        var one = series(ipw.common.values[recipe.by][v], recipe.id, s.township, recipe.by, v, periods);
        var whole = ipw.row(recipe.id, s.township, '', '');
        one.texts = one.texts.map(function (t, i) {
          // a part that does not occur is not stored: it is none where the whole is known
          return one.refs[i] ? t : ipw.number(ipw.text(whole, periods[i], 'value')) === null ? '…' : '0';
        });
        one.size = one.texts.reduce(function (sum, t) { return sum + (ipw.number(t) || 0); }, 0);
        return one;
      })
      .filter(function (one) { return one.size > 0; })
      .sort(function (a, b) { return b.size - a.size; });
    return { periods: periods, series: all };
  }
  function model(recipe, s) { return recipe.kind === 'parts' ? parts(recipe, s) : trend(recipe, s); }

  // ---- how it is drawn ---------------------------------------------------------------------------------------------
  function escape(text) {
    return String(text).replace(/[&<>"]/g, function (c) { return { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }[c]; });
  }
  // five digits are grouped, four are not, as everywhere else
  function grouped(n) {
    var text = String(n);
    return Math.abs(n) < 10000 ? text : text.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  }
  function base(m) {
    return {
      animation: false,
      aria: { enabled: true, decal: { show: false }, label: { enabled: false } },
      textStyle: { fontFamily: FONT, fontSize: 13, color: tone('ink') },
      grid: { left: 8, right: 52, top: 44, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 18, itemHeight: 10, textStyle: { color: tone('ink'), fontSize: 13 } },
      xAxis: {
        type: 'category',
        data: m.periods.map(tick),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: tone('faint') } },
        axisLabel: { color: tone('muted'), hideOverlap: true, fontSize: 12, interval: named(m.periods) }
      },
      yAxis: {
        type: 'value',
        splitLine: { lineStyle: { color: tone('rule') } },
        axisLabel: { color: tone('muted'), fontSize: 12, formatter: grouped }
      },
      tooltip: {
        trigger: 'axis',
        confine: true,
        backgroundColor: tone('paper'),
        borderColor: tone('faint'),
        textStyle: { color: tone('ink'), fontSize: 13, fontFamily: FONT },
        axisPointer: { type: 'line', lineStyle: { color: tone('faint') } }
      }
    };
  }
  function tooltip(m, unit) {
    return function (items) {
      var at = items[0].dataIndex;
      return '<b>' + escape(label(m.periods[at])) + '</b>' + m.series.slice().reverse().map(function (one) {
        return '<br>' + escape(ipw.say(one.name)) + '　<b>' + escape(one.texts[at]) + '</b> ' + escape(/\d/.test(one.texts[at]) ? unit : '');
      }).join('');
    };
  }
  function lines(m, it, s) {
    var option = base(m), low = null;
    option.series = [];
    option.legend.data = [];
    m.series.forEach(function (one) {
      var numbers = one.texts.map(ipw.number);
      var words = ipw.say(one.name);
      if (one.measure === 'low') {
        low = numbers;
        option.series.push({ name: 'low', type: 'line', stack: 'band', data: numbers, symbol: 'none', silent: true, lineStyle: { opacity: 0 } });
      } else if (one.measure === 'high') {
        option.legend.data.push({ name: ipw.english() ? 'Expected range' : '预期区间', icon: 'rect' });
        option.series.push({
          name: ipw.english() ? 'Expected range' : '预期区间', type: 'line', stack: 'band', symbol: 'none', silent: true,
          data: numbers.map(function (n, i) { return n === null || low[i] === null ? null : n - low[i]; }),
          itemStyle: { color: '#dfe6ea' }, lineStyle: { opacity: 0 }, areaStyle: { color: '#dfe6ea', opacity: 0.9 }
        });
      } else {
        option.legend.data.push({ name: words, icon: one.before ? DASHES : DASH });
        option.series.push({
          name: words, type: 'line', z: one.before ? 3 : 4,
          data: numbers.map(function (n, i) {
            return { value: n, symbol: one.open[i] ? 'emptyCircle' : 'circle', symbolSize: one.open[i] ? 6 : i === numbers.length - 1 ? 7 : 4 };
          }),
          showSymbol: !one.before,
          endLabel: one.before ? undefined : {
            show: true, distance: 8, color: tone('ink'), fontWeight: 700, fontSize: 13,
            formatter: function (at) { return one.texts[at.dataIndex] + (it.unit[0] === '%' ? '%' : ''); }
          },
          itemStyle: { color: tone(one.before ? 'faint' : 'accent') },
          lineStyle: { width: one.before ? 1.5 : 2.2, type: one.before ? 'dashed' : 'solid' },
          markArea: one.before ? undefined : {
            silent: true,
            itemStyle: { color: tone('accent-soft'), opacity: 0.45 },
            data: span(m.periods, s)
          }
        });
      }
    });
    option.yAxis.scale = it.rate;
    if (it.unit[0] === '%' && m.series.every(function (one) { return one.texts.every(function (t) { return (ipw.number(t) || 0) <= 100; }); })) {
      option.yAxis.max = function (range) { return range.max > 90 ? 100 : null; };
    }
    option.legend.show = option.legend.data.length > 1;
    option.grid.top = option.legend.show ? 40 : 14;
    return option;
  }
  function span(periods, s) {
    var last = end(s.period), first = last - length(s.period) + 1, inside = [];
    periods.forEach(function (p, i) { if (/-/.test(p) && end(p) >= first && end(p) <= last) { inside.push(i); } });
    return inside.length > 1 ? [[{ xAxis: inside[0] }, { xAxis: inside[inside.length - 1] }]] : [];
  }
  // more than six parts cannot be told apart: the smallest are drawn as one; the table has each
  function others(series) {
    return {
      name: ['其他', 'Other'],
      numbers: series[0].texts.map(function (t, i) {
        return series.reduce(function (sum, one) { return sum + (ipw.number(one.texts[i]) || 0); }, 0);
      })
    };
  }
  function bars(m) {
    var option = base(m);
    option.aria.decal.show = true; // parts are told apart by pattern as well as by colour
    option.tooltip.axisPointer = { type: 'shadow' };
    var shown = m.series.length > 6 ? m.series.slice(0, 5).concat([others(m.series.slice(5))]) : m.series;
    option.series = shown.map(function (one, i) {
      return {
        name: ipw.say(one.name), type: 'bar', stack: 'all', barMaxWidth: 46,
        data: one.numbers || one.texts.map(ipw.number),
        itemStyle: { color: tone('part-' + i % 7), borderColor: tone('paper'), borderWidth: 1 }
      };
    });
    return option;
  }

  // ---- tables and findings that follow -----------------------------------------------------------------------------
  function cell(one, i) {
    var td = document.createElement('td');
    td.className = 'n';
    var span = document.createElement('span');
    span.textContent = one.texts[i];
    if (one.refs[i]) {
      span.setAttribute('data-' + one.mark, one.refs[i]);
      span.setAttribute('data-measure', one.measure || 'value');
    } else if (one.texts[i] === '0') {
      span.setAttribute('data-part', '0');
    }
    td.appendChild(span);
    return td;
  }
  function retell(figure, m) {
    var table = figure.querySelector('details table');
    if (!table) { return; }
    if (table.ipwFirst === undefined) { table.ipwFirst = table.innerHTML; }
    var head = table.tHead.rows[0], body = table.tBodies[0];
    while (head.cells.length > 1) { head.removeChild(head.lastChild); }
    m.series.forEach(function (one) {
      var th = document.createElement('th');
      th.scope = 'col';
      th.className = 'n';
      th.textContent = ipw.say(one.name);
      head.appendChild(th);
    });
    body.textContent = '';
    m.periods.forEach(function (p, i) {
      var row = document.createElement('tr'), th = document.createElement('th');
      th.scope = 'row';
      th.textContent = label(p);
      row.appendChild(th);
      m.series.forEach(function (one) { row.appendChild(cell(one, i)); });
      body.appendChild(row);
    });
  }
  function said(recipe, m, s, unit) {
    var it = ipw.data[recipe.id], place = ipw.say(ipw.regionName(s.township));
    var type = s.ip_type ? ipw.say(ipw.common.values.ip_type[s.ip_type]) + (ipw.english() ? ', ' : '') : '';
    if (!m.series.length) { return ipw.english() ? place + ': no values.' : place + '：没有数值。'; }
    var last = m.periods.length - 1, one = m.series[recipe.kind === 'parts' ? 0 : m.series.length - 1];
    var row = ipw.row(recipe.id, s.township, s.ip_type ? 'ip_type' : '', s.ip_type);
    var change = recipe.kind === 'parts' ? '' : ipw.text(row, m.periods[last], 'signed-yoy' + (ipw.english() ? '-en' : ''));
    var part = recipe.kind === 'parts' ? ipw.say(one.name) + ' ' : '';
    var value = one.texts[last] + (/\d/.test(one.texts[last]) ? (ipw.english() && unit !== '%' ? ' ' : '') + unit : '');
    var rest = change && change !== '—' ? (ipw.english() ? ', ' + change + ' on the year before' : '，同比' + change) : '';
    return place + (ipw.english() ? ', ' : '') + type + label(m.periods[last]) + (ipw.english() ? ': ' : '：') + part + value + rest
      + (ipw.english() ? '.' : '。');
  }
  function restore(figure) {
    var table = figure.querySelector('details table'), finding = figure.querySelector('[data-finding]');
    if (table && table.ipwFirst !== undefined) { table.innerHTML = table.ipwFirst; }
    if (finding && finding.ipwFirst !== undefined) { finding.innerHTML = finding.ipwFirst; }
  }

  function draw(plot) {
    var s = ipw.state, recipe = plot.recipe, it = ipw.data[recipe.id];
    if (!it || !plot.canvas) { return; }
    var m = model(recipe, s), unit = ipw.say(it.unit);
    var option = recipe.kind === 'parts' ? bars(m) : lines(m, it, s);
    option.tooltip.formatter = tooltip(m, unit);
    plot.count = m.periods.length;
    plot.chart.setOption(option, true);
    plot.canvas.setAttribute('aria-label', plot.figure.querySelector('h3').textContent + '：' + plot.figure.querySelector('.finding').textContent);
  }
  function follow(plot, usual) {
    var recipe = plot.recipe, it = ipw.data[recipe.id];
    if (!it) { return; }
    if (usual && !ipw.english()) {
      restore(plot.figure);
    } else {
      restore(plot.figure);
      if (!usual) {
        var m = model(recipe, ipw.state), finding = plot.figure.querySelector('[data-finding]');
        if (finding.ipwFirst === undefined) { finding.ipwFirst = finding.innerHTML; }
        retell(plot.figure, m);
        finding.textContent = said(recipe, m, ipw.state, ipw.say(it.unit));
      }
    }
    draw(plot);
  }

  function wake(plot) {
    if (plot.chart || !window.echarts) { return; }
    var canvas = document.createElement('div');
    canvas.className = 'canvas';
    canvas.tabIndex = 0;
    canvas.setAttribute('role', 'img');
    plot.node.appendChild(canvas);
    plot.node.classList.add('live');
    each('svg', function (svg) { if (!canvas.contains(svg)) { svg.setAttribute('aria-hidden', 'true'); } }, plot.node);
    plot.canvas = canvas;
    plot.chart = window.echarts.init(canvas, null, { renderer: 'svg' });
    var at = -1;
    canvas.addEventListener('keydown', function (event) {
      var step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (event.key === 'Escape') { plot.chart.dispatchAction({ type: 'hideTip' }); return; }
      if (!step) { return; }
      event.preventDefault();
      at = Math.max(0, Math.min(plot.count - 1, at < 0 ? plot.count - 1 : at + step));
      plot.chart.dispatchAction({ type: 'showTip', seriesIndex: plot.chart.getOption().series.length - 1, dataIndex: at });
    });
    draw(plot);
  }
  var each = ipw.each;

  // the library is large and the page complete without it: it comes when the reader nears a chart
  var asked = false;
  function need(plot) {
    plot.wanted = true;
    if (window.echarts) { wake(plot); return; }
    if (asked) { return; }
    asked = true;
    var script = document.createElement('script');
    script.src = (document.documentElement.getAttribute('data-root') || '') + 'assets/echarts.js';
    script.onload = function () { live.forEach(function (p) { if (p.wanted) { wake(p); } }); };
    document.head.appendChild(script);
  }

  // ---- the matrix --------------------------------------------------------------------------------------------------
  function matrix(table, s, usual) {
    if (table.ipwFirst === undefined) { table.ipwFirst = table.innerHTML; }
    table.innerHTML = table.ipwFirst;
    if (usual && !ipw.english()) { return; }
    var recipe = JSON.parse(table.getAttribute('data-matrix')), months = upTo(s.period, 1, recipe.months), most = 0;
    each('thead th', function (th, i) { if (i > 0) { th.textContent = tick(months[i - 1], i - 1, months); } }, table);
    var dimension = s.ip_type ? 'ip_type' : '';
    function at(row, i) { return ipw.text(ipw.row(recipe.id, row.getAttribute('data-region'), dimension, s.ip_type), months[i], 'value'); }
    each('tbody tr', function (row) {
      months.forEach(function (p, i) { most = Math.max(most, ipw.number(at(row, i)) || 0); });
    }, table);
    each('tbody tr', function (row) {
      each('td', function (td, i) {
        var text = at(row, i), n = ipw.number(text);
        var step = n === null ? -1 : Math.min(5, Math.floor(6 * (most ? n / most : 0)));
        td.textContent = '';
        var span = document.createElement('span');
        span.textContent = text || '…';
        if (text) {
          span.setAttribute('data-figure', [recipe.id, months[i], row.getAttribute('data-region'), dimension, s.ip_type].join('|'));
          span.setAttribute('data-measure', 'value');
        }
        td.appendChild(span);
        td.style.background = step < 0 ? '' : tone('scale-' + step);
        td.style.color = step > 3 ? tone('paper') : tone('ink');
      }, row);
      row.classList.toggle('chosen', row.getAttribute('data-region') === s.township);
    }, table);
  }

  if (!ipw.common) { return; }
  each('[data-chart]', function (node) {
    live.push({ node: node, figure: node.closest('figure'), recipe: JSON.parse(node.getAttribute('data-chart')) });
  });
  ipw.listeners.push(function (s, usual) {
    live.forEach(function (plot) { follow(plot, usual); });
    each('[data-matrix]', function (table) { matrix(table, s, usual); });
  });
  if (window.IntersectionObserver) {
    var near = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (entry.isIntersecting) {
          near.unobserve(entry.target);
          live.forEach(function (p) { if (p.node === entry.target) { window.setTimeout(function () { need(p); }, 0); } });
        }
      });
    }, { rootMargin: '200px' });
    window.addEventListener('load', function () { live.forEach(function (p) { near.observe(p.node); }); });
  }
  window.addEventListener('resize', function () { live.forEach(function (p) { if (p.chart) { p.chart.resize(); } }); });
}());
