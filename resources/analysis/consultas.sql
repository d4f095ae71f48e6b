-- La cifra principal de cada reporte de poadesk, calculada con las tablas de cargar.sql.
-- Cambie el corte en la primera consulta: es el último mes que cuenta.
-- Probadas en DuckDB 2 y en PostgreSQL 15.

CREATE VIEW corte AS
SELECT
    (SELECT min(primer_mes) FROM unidades WHERE orden = 1) AS desde,
    '{corte}' AS hasta,
    CURRENT_DATE AS hoy;

-- Los meses del año hasta el corte, y el plazo para registrar cada uno.
CREATE VIEW meses_del_corte AS
SELECT DISTINCT m.mes,
    CAST(m.mes || '-01' AS date) + (u.meses_de_plazo + 1) * INTERVAL '1 month' AS vence
FROM meses m, corte c, unidades u
WHERE u.orden = 1 AND m.mes BETWEEN c.desde AND c.hasta;

-- ejecucion: lo programado y lo ejecutado hasta el corte.
-- Suma todas las unidades de medida, como lo hace el reporte.
SELECT coalesce(sum(m.programado), 0) AS programado, sum(m.ejecutado) AS ejecutado
FROM meses m
JOIN actividades a ON a.id = m.actividad_id
JOIN meses_del_corte p ON p.mes = m.mes
WHERE a.activa;

-- seguimiento: el promedio del avance de las actividades, con tope de 100 %, y lo gastado.
-- Quedan fuera las que no están activas o no tienen nada programado en el año; no entran en el
-- promedio las que no tienen nada programado hasta el corte (S.P.), las que tienen meses sin
-- registrar cuyo plazo ya venció (S.I.) ni las de tipo No Acumulado.
WITH del_anio AS (
    SELECT a.id, a.tipo_de_agregacion AS tipo
    FROM actividades a
    JOIN meses m ON m.actividad_id = a.id
    JOIN unidades u ON u.orden = 1
    WHERE a.activa AND m.programado > 0 AND m.mes >= u.primer_mes
        AND CAST(m.mes || '-01' AS date)
            < CAST(u.primer_mes || '-01' AS date) + u.meses_del_plan * INTERVAL '1 month'
    GROUP BY a.id, a.tipo_de_agregacion
), por_mes AS (
    SELECT d.id, d.tipo, p.mes, coalesce(m.programado, 0) AS programado, m.ejecutado, m.gasto,
        m.ejecutado IS NULL AND p.vence <= c.hoy
            AND (u.meses_que_se_registran = 'Todos' OR coalesce(m.programado, 0) > 0) AS vencido
    FROM del_anio d
    CROSS JOIN meses_del_corte p
    CROSS JOIN corte c
    JOIN unidades u ON u.orden = 1
    LEFT JOIN meses m ON m.actividad_id = d.id AND m.mes = p.mes
), por_actividad AS (
    SELECT id, tipo,
        sum(programado) AS programado,
        coalesce(sum(ejecutado), 0) AS ejecutado,
        max(CASE WHEN programado > 0 THEN mes END) AS ultimo_programado,
        max(CASE WHEN ejecutado > 0 THEN mes END) AS ultimo_ejecutado,
        coalesce(sum(gasto), 0) AS gasto,
        count(CASE WHEN vencido THEN 1 END) AS vencidos
    FROM por_mes
    GROUP BY id, tipo
), acumulado AS (
    SELECT a.id, a.tipo, a.programado AS hay, a.vencidos, a.gasto,
        CASE WHEN a.tipo = 'Acumulado Mensual' THEN p.programado ELSE a.programado END
            AS programado,
        CASE WHEN a.tipo = 'Acumulado Mensual' THEN coalesce(e.ejecutado, 0) ELSE a.ejecutado END
            AS ejecutado
    FROM por_actividad a
    LEFT JOIN por_mes p ON p.id = a.id AND p.mes = a.ultimo_programado
    LEFT JOIN por_mes e ON e.id = a.id AND e.mes = a.ultimo_ejecutado
)
SELECT
    avg(CASE WHEN hay > 0 AND vencidos = 0 AND coalesce(tipo, '') <> 'No Acumulado'
        THEN least(100, 100.0 * CAST(ejecutado AS double precision) / programado) END)
        AS promedio_de_actividades,
    coalesce(sum(gasto), 0) AS gasto
FROM acumulado;

-- evaluacion: lo programado, lo ejecutado y el porcentaje de cada meta, sin tope.
-- Suma lo que aporta cada área; no entra la que no tiene nada programado hasta el corte.
WITH por_mes AS (
    SELECT a.id, a.objetivo_comun, a.meta_comun, a.tipo_de_agregacion AS tipo,
        coalesce(nullif(trim(a.unidad), ''), trim(coalesce(a.centro_de_costo, ''))) AS area,
        p.mes, coalesce(m.programado, 0) AS programado, coalesce(m.ejecutado, 0) AS ejecutado
    FROM actividades a
    CROSS JOIN meses_del_corte p
    LEFT JOIN meses m ON m.actividad_id = a.id AND m.mes = p.mes
    WHERE a.activa
), ultimos AS (
    SELECT id,
        max(CASE WHEN programado > 0 THEN mes END) AS ultimo_programado,
        max(CASE WHEN ejecutado > 0 THEN mes END) AS ultimo_ejecutado
    FROM por_mes
    GROUP BY id
), por_area AS (
    SELECT objetivo_comun, meta_comun, area,
        sum(CASE WHEN tipo = 'Acumulado Mensual' AND mes <> ultimo_programado THEN 0
            ELSE programado END) AS programado,
        sum(CASE WHEN tipo = 'Acumulado Mensual' AND mes <> ultimo_ejecutado THEN 0
            ELSE ejecutado END) AS ejecutado
    FROM por_mes
    JOIN ultimos USING (id)
    GROUP BY objetivo_comun, meta_comun, area
)
SELECT objetivo_comun, meta_comun,
    sum(programado) AS programado,
    sum(ejecutado) AS ejecutado,
    CAST(100 * sum(ejecutado) AS double precision) / sum(programado) AS porcentaje
FROM por_area
WHERE programado > 0
GROUP BY objetivo_comun, meta_comun
ORDER BY objetivo_comun, meta_comun;
