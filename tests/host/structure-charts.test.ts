import { refusal, run, scriptHost } from './script-host';

const chart = `sheet.newChart().asColumnChart().addRange(sheet.getRange('A1:B5')).setPosition(2, 4, 0, 0)`;

describe('charts', () => {
  test('have a title only after they have a type', () => {
    const host = scriptHost();
    expect(refusal(host, `sheet.newChart().setTitle('Pipeline')`)).toMatch(/^EmbeddedChartBuilder.setTitle is not/);
    expect(run(host, `return ${chart}.setTitle('Pipeline').build().getOptions().get('title');`)).toBe('Pipeline');
  });

  test('have a range of the horizontal axis only as clouds of points', () => {
    const host = scriptHost();
    expect(refusal(host, `${chart}.setXAxisRange(0, 1)`)).toMatch(/^EmbeddedColumnChartBuilder.setXAxisRange is not/);
    expect(
      run(
        host,
        `return sheet.newChart().asScatterChart().setXAxisRange(0, 1).build().getOptions().get('hAxis.maxValue');`,
      ),
    ).toBe(1);
  });

  test('take their type as an enumeration, and their strategies after it', () => {
    const host = scriptHost();
    expect(refusal(host, `sheet.newChart().setChartType('PIE')`)).toMatch(/don't match the method signature/);
    const strategy = `.setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH)`;
    expect(refusal(host, `sheet.newChart()${strategy}`)).toMatch(/^Unexpected error/);
    expect(
      run(
        host,
        `return sheet.newChart().setChartType(Charts.ChartType.PIE)${strategy}.build().getHiddenDimensionStrategy().toString();`,
      ),
    ).toBe('SHOW_BOTH');
  });

  test('find an inner option by its dotted name, however it was set', () => {
    const host = scriptHost();
    expect(
      run(
        host,
        `const options = ${chart}.setOption('hAxis', { title: 'Stage' }).setOption('vAxis.title', 'Sum').build().getOptions();
         return [options.get('hAxis.title'), options.get('vAxis.title'), options.get('legend.position')];`,
      ),
    ).toEqual(['Stage', 'Sum', null]);
  });

  test('are changed by a copy that is put back, and stay what they are', () => {
    const host = scriptHost();
    run(host, `sheet.insertChart(${chart}.build());`);
    run(
      host,
      `const [old] = sheet.getCharts();
       sheet.updateChart(old.modify().asLineChart().setTitle('Trend').build());`,
    );
    expect(
      run(
        host,
        `const [now] = sheet.getCharts();
         return [sheet.getCharts().length, now.getOptions().get('title'), now.modify().getChartType().toString()];`,
      ),
    ).toEqual([1, 'Trend', 'LINE']);
    expect(refusal(host, `sheet.updateChart(${chart}.build())`)).toBe('Chart not found.');
  });

  test('follow the rows of their cells', () => {
    const host = scriptHost();
    run(host, `sheet.insertChart(${chart}.build()); sheet.insertRowsBefore(1, 3);`);
    expect(
      run(
        host,
        `const [now] = sheet.getCharts();
         return [now.getRanges()[0].getA1Notation(), now.getContainerInfo().getAnchorRow()];`,
      ),
    ).toEqual(['A4:B8', 5]);
  });

  test('stand inside of their tab', () => {
    expect(refusal(scriptHost(), `sheet.insertChart(${chart}.setPosition(1, 99, 0, 0).build())`)).toBe(
      'Those columns are out of bounds.',
    );
  });
});
